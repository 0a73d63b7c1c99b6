#ifndef EXPEDIENTE_CLIBXML2_SHIM_H
#define EXPEDIENTE_CLIBXML2_SHIM_H

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#endif

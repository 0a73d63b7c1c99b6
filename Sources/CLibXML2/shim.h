#ifndef EXPEDIENTE_CLIBXML2_SHIM_H
#define EXPEDIENTE_CLIBXML2_SHIM_H

// Foundation has an ICU of its own; the system's, which libxml2's headers would bring in, must not stand beside it.
// Only the end of a struct that nobody here makes or looks into depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#endif

/// Names of people and organisations.
public enum NameParsing {}

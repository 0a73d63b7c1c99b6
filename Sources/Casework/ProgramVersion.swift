/// The version of the program, as it says it itself and writes it beside what it has read.
public enum ProgramVersion {
    public static let current = "0.1.0"
}

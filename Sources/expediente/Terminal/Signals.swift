import ArgumentParser
import Foundation

/// What the program does when it is interrupted or when nobody reads on.
enum Signals {
    static func prepare() {
        // A closed output shows as an error of writing, and ends the work quietly.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGINT) { _ in _exit(ExitCode.interrupted) }
    }
}

import ArgumentParser
import Foundation

/// What the program does when it is interrupted or when nobody reads on.
enum Signals {
    static func prepare() {
        // A closed output shows as an error of writing, and ends the work quietly.
        signal(SIGPIPE, SIG_IGN)
        // So does a file that may not grow further.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGINT) { _ in _exit(ExitCode.interrupted) }
        // A parent's thread that blocks signals hands that on to its children.
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    }
}

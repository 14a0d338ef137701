import Foundation
import Synchronization

/// Tells how far long work is: in place on a terminal, elsewhere a line for each tenth, so that a log stays readable.
final class Progress: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let lastTenth = Mutex(-1)

    /// Says where the work is and which part of it is done, from 0 to 1.
    func show(_ place: String, part: Double) {
        let text = "  \(place)  \(Int(part * 100)) %"
        if isTerminal {
            write("\r" + text)
        } else if isNews(Int(part * 10)) {
            write(text + "\n")
        }
    }

    /// Says where work stands of which nobody knows how much there is.
    func show(_ place: String) {
        if isTerminal { write("\r" + place) }
    }

    /// Leaves the line, so that what follows stands below it.
    func end() {
        if isTerminal { write("\n") }
    }

    private func isNews(_ tenth: Int) -> Bool {
        lastTenth.withLock { last in
            defer { last = tenth }
            return last != tenth
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

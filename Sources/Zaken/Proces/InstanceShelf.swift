import Basics
import Engine
import Synchronization

/// Process instances that were read or saved lately, by the text that is stored of them: the same text is the same instance, whoever wrote it
/// and whatever became of it, so that nothing here can be out of date. One for the program, bounded by the bytes of text: what is stored under
/// a text does not depend on the database that it comes from. A very long instance is parsed each time.
final class InstanceShelf: Sendable {
    static let shared = InstanceShelf()

    /// The latest, and those before them; the older half makes room when there are too many.
    private struct Shelves {
        /// How many bytes of text a half holds; an instance takes some times its text.
        static let half = 8 << 20

        var latest: [String: ProcessInstance] = [:]
        var earlier: [String: ProcessInstance] = [:]
        private var bytes = 0

        mutating func keep(_ instance: ProcessInstance, as text: String) {
            let size = text.utf8.count
            guard size <= Shelves.half / 16 else { return }
            if bytes + size > Shelves.half { (earlier, latest, bytes) = (latest, [:], 0) }
            if latest.updateValue(instance, forKey: text) == nil { bytes += size }
        }

        mutating func find(_ text: String) -> ProcessInstance? {
            if let instance = latest[text] { return instance }
            guard let instance = earlier[text] else { return nil }
            keep(instance, as: text)
            return instance
        }
    }

    private let shelves = Mutex(Shelves())

    /// How many instances there are at hand.
    var count: Int { shelves.withLock { Set($0.latest.keys).union($0.earlier.keys).count } }

    /// What this text tells of.
    func instance(_ text: String) throws -> ProcessInstance {
        if let instance = shelves.withLock({ $0.find(text) }) { return instance }
        let instance = try ProcessInstance(snapshot: try JSON(parsing: text))
        keep(instance, as: text)
        return instance
    }

    func keep(_ instance: ProcessInstance, as text: String) { shelves.withLock { $0.keep(instance, as: text) } }
}

import Basics
import Engine
import Synchronization

/// Process instances that were read or saved lately, by the text that is stored of them: the same text is the same instance, whoever wrote it
/// and whatever became of it, so that nothing here can be out of date.
final class InstanceShelf: Sendable {
    static let shared = InstanceShelf()

    /// The latest, and those before them; the older half makes room when there are too many.
    private struct Shelves {
        var latest: [String: ProcessInstance] = [:]
        var earlier: [String: ProcessInstance] = [:]

        mutating func keep(_ instance: ProcessInstance, as text: String) {
            if latest.count >= 4_096 { (earlier, latest) = (latest, [:]) }
            latest[text] = instance
        }

        mutating func find(_ text: String) -> ProcessInstance? {
            if let instance = latest[text] { return instance }
            guard let instance = earlier[text] else { return nil }
            keep(instance, as: text)
            return instance
        }
    }

    private let shelves = Mutex(Shelves())

    /// What this text tells of.
    func instance(_ text: String) throws -> ProcessInstance {
        if let instance = shelves.withLock({ $0.find(text) }) { return instance }
        let instance = try ProcessInstance(snapshot: try JSON(parsing: text))
        keep(instance, as: text)
        return instance
    }

    func keep(_ instance: ProcessInstance, as text: String) { shelves.withLock { $0.keep(instance, as: text) } }
}

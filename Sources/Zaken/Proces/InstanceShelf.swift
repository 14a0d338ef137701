import Basics
import Engine
import Synchronization

/// Process instances that were read or saved lately, by the text that is stored of them: the same text is the same instance, whoever wrote it
/// and whatever became of it, so that nothing here can be out of date. One for the program, bounded by the bytes of text: what is stored under
/// a text does not depend on the database that it comes from. A very long instance is parsed each time.
final class InstanceShelf: Sendable {
    static let shared = InstanceShelf()

    /// How many bytes of text a half holds; an instance takes some times its text.
    private static let half = 8 << 20

    private let known = Mutex(Recent<String, ProcessInstance>(half: half))

    /// How many instances there are at hand.
    var count: Int { known.withLock(\.count) }

    /// What this text tells of.
    func instance(_ text: String) throws -> ProcessInstance {
        if let instance = known.withLock({ $0.find(text, weighing: text.utf8.count) }) { return instance }
        let instance = try ProcessInstance(snapshot: try JSON(parsing: text))
        keep(instance, as: text)
        return instance
    }

    func keep(_ instance: ProcessInstance, as text: String) {
        let size = text.utf8.count
        guard size <= InstanceShelf.half / 16 else { return }
        known.withLock { $0.keep(instance, for: text, weighing: size) }
    }
}

import Basics
import Engine

/// Process instances that were read or saved lately, by the text that is stored of them; one for the program. An instance takes some times its text.
struct InstanceShelf {
    static let shared = InstanceShelf()

    private let known = Shelf<String, ProcessInstance>(half: 8 << 20)

    /// How many instances there are at hand.
    var count: Int { known.count }

    /// What this text tells of.
    func instance(_ text: String) throws -> ProcessInstance {
        try known.made(of: text, weighing: text.utf8.count) { try ProcessInstance(snapshot: try JSON(parsing: text)) }
    }

    func keep(_ instance: ProcessInstance, as text: String) {
        known.keep(instance, of: text, weighing: text.utf8.count)
    }
}

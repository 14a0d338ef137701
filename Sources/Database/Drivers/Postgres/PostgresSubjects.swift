import Basics

/// Which subjects, such as zaken, may be changed together with others: not one that another is changing, or has changed since it was
/// read. Such a change would be refused, and its whole group with it.
///
/// Where several come for one subject they go alone for a while, as each then waits for the row and not for a group besides.
struct PostgresSubjects {
    /// So many changes of any subject after the last time that two came for one, they may go together again.
    private static let calm = 1_000

    /// How many changes there were: the clock that tells what was read before them.
    private(set) var moment = 0
    private var changed = Recent<String, Int>(half: 4_000)
    private var crowded = Recent<String, Int>(half: 1_000)
    private var onTheWay: Set<String> = []

    /// Whether a change may go with others; its subject is on its way then, until ``end(_:)``.
    mutating func admit(_ subject: String?, readAt begun: Int) -> Bool {
        guard let subject else { return true }
        if onTheWay.contains(subject) || changed.find(subject).map({ $0 > begun }) == true {
            crowded.keep(moment, for: subject)
            return false
        }
        if let last = crowded.find(subject), moment - last < PostgresSubjects.calm { return false }
        onTheWay.insert(subject)
        return true
    }

    mutating func note(changeOf subject: String) {
        moment += 1
        changed.keep(moment, for: subject)
    }

    /// These have arrived, or came to nothing.
    mutating func end(_ subjects: [String]) {
        for subject in subjects {
            onTheWay.remove(subject)
            note(changeOf: subject)
        }
    }
}

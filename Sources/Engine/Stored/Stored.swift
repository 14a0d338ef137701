import Basics

/// What can be stored as JSON and read back the same.
protocol Stored {
    var stored: JSON { get }
    init(stored: JSON) throws(SnapshotFault)
}

extension Int: Stored {
    var stored: JSON { JSON(self) }

    init(stored: JSON) throws(SnapshotFault) {
        guard let number = stored.integer else { throw SnapshotFault(expected: "whole number") }
        self = number
    }
}

extension String: Stored {
    var stored: JSON { .string(self) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .string(let text) = stored else { throw SnapshotFault(expected: "text") }
        self = text
    }
}

extension Bool: Stored {
    var stored: JSON { .bool(self) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .bool(let flag) = stored else { throw SnapshotFault(expected: "true or false") }
        self = flag
    }
}

extension JSON: Stored {
    var stored: JSON { self }
    init(stored: JSON) throws(SnapshotFault) { self = stored }
}

extension Moment: Stored {
    var stored: JSON { .string(description) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .string(let text) = stored, let moment = Moment(text) else {
            throw SnapshotFault(expected: "moment")
        }
        self = moment
    }
}

extension Array: Stored where Element: Stored {
    var stored: JSON { .array(map(\.stored)) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .array(let items) = stored else { throw SnapshotFault(expected: "list") }
        self = []
        reserveCapacity(items.count)
        for item in items { append(try Element(stored: item)) }
    }
}

extension Dictionary: Stored where Key == String, Value: Stored {
    var stored: JSON { .object(mapValues(\.stored)) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .object(let fields) = stored else { throw SnapshotFault(expected: "object") }
        self = [:]
        reserveCapacity(fields.count)
        for (key, value) in fields { self[key] = try Value(stored: value) }
    }
}

import Basics

extension ElementInstance.ID: Stored {
    var stored: JSON { JSON(number) }
    init(stored: JSON) throws(SnapshotFault) { self.init(try Int(stored: stored)) }
}

extension Incident.ID: Stored {
    var stored: JSON { JSON(number) }
    init(stored: JSON) throws(SnapshotFault) { self.init(try Int(stored: stored)) }
}

extension ElementRef: Stored {
    var stored: JSON { .string(id) }
    init(stored: JSON) throws(SnapshotFault) { self.init(try String(stored: stored)) }
}

extension Wait.ID: Stored {
    var stored: JSON { .string(description) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .string(let text) = stored, let id = Wait.ID(text) else {
            throw SnapshotFault(expected: "wait")
        }
        self = id
    }
}

extension DefinitionKey: Stored {
    var stored: JSON { .string(description) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .string(let text) = stored, let key = DefinitionKey(text: text) else {
            throw SnapshotFault(expected: "process:version")
        }
        self = key
    }
}

extension ElementInstance.Phase: Stored {
    var stored: JSON { .string(rawValue) }

    init(stored: JSON) throws(SnapshotFault) {
        guard case .string(let text) = stored, let phase = Self(rawValue: text) else {
            throw SnapshotFault(expected: "phase")
        }
        self = phase
    }
}

extension ElementInstance.Role: Stored {
    var stored: JSON {
        switch self {
        case .process(let open): .string(open ? "open process" : "process")
        case .single: .string("single")
        case .body: .string("body")
        case .round(let number): ["round": JSON(number)]
        case .handler(let thrower): ["handler": JSON(thrower)]
        }
    }

    init(stored: JSON) throws(SnapshotFault) {
        switch stored {
        case "open process": self = .process(open: true)
        case "process": self = .process(open: false)
        case "single": self = .single
        case "body": self = .body
        default:
            let fields = try StoredFields(stored)
            if let round = try fields.find("round", as: Int.self) {
                self = .round(round)
            } else {
                self = .handler(of: try fields.get("handler"))
            }
        }
    }
}

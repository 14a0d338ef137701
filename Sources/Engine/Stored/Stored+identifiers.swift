import Basics

extension ElementInstance.ID: Stored {
    var stored: JSON { JSON(number) }
    init(stored: JSON, field: String) throws(SnapshotFault) { self.init(try Int(stored: stored, field: field)) }
}

extension Incident.ID: Stored {
    var stored: JSON { JSON(number) }
    init(stored: JSON, field: String) throws(SnapshotFault) { self.init(try Int(stored: stored, field: field)) }
}

extension ElementRef: Stored {
    var stored: JSON { .string(id) }
    init(stored: JSON, field: String) throws(SnapshotFault) { self.init(try String(stored: stored, field: field)) }
}

extension Wait.ID: Stored {
    var stored: JSON { .string(description) }

    init(stored: JSON, field: String) throws(SnapshotFault) {
        guard case .string(let text) = stored, let id = Wait.ID(text) else {
            throw SnapshotFault(field, expected: "wait")
        }
        self = id
    }
}

extension DefinitionKey: Stored {
    var stored: JSON { .string(description) }

    init(stored: JSON, field: String) throws(SnapshotFault) {
        guard case .string(let text) = stored, let key = DefinitionKey(text: text) else {
            throw SnapshotFault(field, expected: "process:version")
        }
        self = key
    }
}

extension ElementInstance.Phase: Stored {
    var stored: JSON { .string(rawValue) }

    init(stored: JSON, field: String) throws(SnapshotFault) {
        guard case .string(let text) = stored, let phase = Self(rawValue: text) else {
            throw SnapshotFault(field, expected: "phase")
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

    init(stored: JSON, field: String) throws(SnapshotFault) {
        switch stored {
        case "open process": self = .process(open: true)
        case "process": self = .process(open: false)
        case "single": self = .single
        case "body": self = .body
        default:
            let fields = try StoredFields(stored, of: field)
            if let round = try fields.find("round", as: Int.self) {
                self = .round(round)
            } else {
                self = .handler(of: try fields.get("handler"))
            }
        }
    }
}

import Basics

extension Incident: Stored {
    var stored: JSON { ["id": id.stored, "element": element.stored, "node": node.stored, "cause": cause.stored] }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            id: try fields.get("id"), element: try fields.get("element"), node: try fields.get("node"),
            cause: try fields.get("cause"))
    }
}

extension Incident.Cause: Stored {
    var stored: JSON {
        switch self {
        case .formula(let source, let reason):
            ["kind": "formula", "source": .string(source), "reason": reason.stored]
        case .notUsable(let source, let value, let needed):
            ["kind": "notUsable", "source": .string(source), "value": value.stored, "needed": needed.stored]
        case .service(let reason): ["kind": "service", "reason": .string(reason)]
        case .noBranch: ["kind": "noBranch"]
        case .stuck(let join): ["kind": "stuck", "join": .string(join)]
        case .decision(let name, let reason): ["kind": "decision", "source": .string(name), "reason": reason.stored]
        case .unknownProcess(let name): ["kind": "unknownProcess", "source": .string(name)]
        case .uncaughtError(let code, let message):
            .lean(["kind": "uncaughtError", "code": .string(code), "message": message?.stored])
        case .tooMuch(let limit): ["kind": "tooMuch", "limit": limit.stored]
        case .noLink(let name): ["kind": "noLink", "source": .string(name)]
        }
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        let kind: String = try fields.get("kind")
        switch kind {
        case "formula": self = .formula(try fields.get("source"), reason: try fields.get("reason"))
        case "notUsable":
            self = .notUsable(
                try fields.get("source"), value: try fields.get("value"), needed: try fields.get("needed"))
        case "service": self = .service(reason: try fields.get("reason"))
        case "noBranch": self = .noBranch
        case "stuck": self = .stuck(join: try fields.get("join"))
        case "decision": self = .decision(try fields.get("source"), reason: try fields.get("reason"))
        case "unknownProcess": self = .unknownProcess(try fields.get("source"))
        case "uncaughtError": self = .uncaughtError(code: try fields.get("code"), message: try fields.find("message"))
        case "tooMuch": self = .tooMuch(limit: try fields.get("limit"))
        case "noLink": self = .noLink(try fields.get("source"))
        default: throw SnapshotFault(expected: "cause of an incident")
        }
    }
}

extension Phrase: Stored {
    var stored: JSON { json }

    init(stored: JSON) throws(SnapshotFault) {
        guard let phrase = Phrase(json: stored) else { throw SnapshotFault(expected: "sentence") }
        self = phrase
    }
}

extension Outcome: Stored {
    var stored: JSON {
        switch self {
        case .completed: ["kind": "completed"]
        case .terminated: ["kind": "terminated"]
        case .error(let code): ["kind": "error", "code": .string(code)]
        case .cancelled(let reason): ["kind": "cancelled", "reason": .string(reason)]
        }
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        let kind: String = try fields.get("kind")
        switch kind {
        case "completed": self = .completed
        case "terminated": self = .terminated
        case "error": self = .error(code: try fields.get("code"))
        case "cancelled": self = .cancelled(reason: try fields.get("reason"))
        default: throw SnapshotFault(expected: "outcome")
        }
    }
}

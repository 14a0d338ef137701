import Basics

extension Wait: Stored {
    var stored: JSON {
        var fields: [String: JSON] = ["id": id.stored, "node": node.stored]
        if let key { fields["key"] = .string(key) }
        if trigger != 0 { fields["trigger"] = trigger.stored }
        switch what {
        case .message(let name): fields["message"] = .string(name)
        case .signal(let name): fields["signal"] = .string(name)
        case .condition(let wasTrue): fields["condition"] = .bool(wasTrue)
        case .timer(let due, let recurrence):
            fields["due"] = due.stored
            if let recurrence { fields["again"] = recurrence.stored }
        }
        return .object(fields)
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            id: try fields.get("id"), node: try fields.get("node"), trigger: try fields.find("trigger") ?? 0,
            what: try What(fields), key: try fields.find("key"))
    }
}

extension Wait.What {
    fileprivate init(_ fields: StoredFields) throws(SnapshotFault) {
        if let name = try fields.find("message", as: String.self) {
            self = .message(name)
        } else if let name = try fields.find("signal", as: String.self) {
            self = .signal(name)
        } else if let wasTrue = try fields.find("condition", as: Bool.self) {
            self = .condition(wasTrue: wasTrue)
        } else {
            self = .timer(due: try fields.get("due"), try fields.find("again"))
        }
    }
}

extension Wait.Recurrence: Stored {
    var stored: JSON { .lean(["times": remaining?.stored, "every": .string(rhythm.text)]) }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        guard let rhythm = Wait.Rhythm(try fields.get("every", as: String.self)) else {
            throw SnapshotFault(expected: "ISO 8601 duration or cron rule")
        }
        self.init(remaining: try fields.find("times"), rhythm: rhythm)
    }
}

extension Wait.Rhythm {
    fileprivate init?(_ text: String) {
        if let span = TimeSpan(text) {
            self = .every(span)
        } else if let rule = CronRule(text) {
            self = .cron(rule)
        } else {
            return nil
        }
    }

    fileprivate var text: String {
        switch self {
        case .every(let span): span.description
        case .cron(let rule): rule.text
        }
    }
}

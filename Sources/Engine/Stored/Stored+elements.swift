import Basics

extension Entry: Stored {
    var stored: JSON {
        .lean([
            "id": id.stored, "node": node.stored, "process": process == 0 ? nil : process.stored,
            "parent": parent?.stored, "role": role == .single ? nil : role.stored, "flow": flow?.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(origin: Shared(try Origin(fields)), flow: try fields.find("flow"))
    }
}

extension Origin {
    fileprivate init(_ fields: StoredFields) throws(SnapshotFault) {
        self.init(
            id: try fields.get("id"), node: try fields.get("node"), process: try fields.find("process") ?? 0,
            parent: try fields.find("parent"), role: try fields.find("role") ?? .single)
    }
}

extension ElementInstance: Stored {
    var stored: JSON {
        .lean([
            "id": id.stored, "node": node.stored, "process": process == 0 ? nil : process.stored,
            "parent": parent?.stored, "role": role == .single ? nil : role.stored,
            "phase": phase == .working ? nil : phase.stored, "variables": .object(variables.all), "waits": waits.stored,
            "tokens": Array(tokens).stored, "loop": loop?.stored, "compensable": compensable.stored,
            "undo": undo.stored,
            "offer": offer?.json, "lastWait": lastWait == 0 ? nil : lastWait.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(Shared(try Origin(fields)))
        phase = try fields.find("phase") ?? .working
        variables = Variables(try fields.find("variables") ?? [:])
        waits = try fields.list("waits")
        tokens = Few(try fields.list("tokens"))
        loop = try fields.find("loop")
        compensable = try fields.list("compensable")
        undo = try fields.list("undo")
        if let kept = try fields.find("offer", as: JSON.self) { offer = try Event(json: kept) }
        lastWait = try fields.find("lastWait") ?? 0
    }
}

extension ElementInstance.Token: Stored {
    var stored: JSON { .lean(["flow": flow.stored, "count": count == 1 ? nil : count.stored]) }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(flow: try fields.get("flow"), count: try fields.find("count") ?? 1)
    }
}

extension ElementInstance.LoopState: Stored {
    var stored: JSON {
        .lean([
            "total": total?.stored, "items": items.stored, "begun": begun.stored, "done": done.stored,
            "results": results.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            total: try fields.find("total"), items: try fields.list("items"), begun: try fields.get("begun"),
            done: try fields.get("done"), results: try fields.list("results"))
    }
}

extension Compensable: Stored {
    var stored: JSON {
        .lean([
            "element": element.stored, "node": node.stored, "process": process == 0 ? nil : process.stored,
            "variables": variables.stored, "inner": inner.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            element: try fields.get("element"), node: try fields.get("node"),
            process: try fields.find("process") ?? 0, variables: try fields.find("variables") ?? [:],
            inner: try fields.list("inner"))
    }
}

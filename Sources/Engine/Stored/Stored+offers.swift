import Basics

extension TaskOffer: Stored {
    var stored: JSON {
        .lean([
            "element": element.stored, "node": node.stored, "name": name?.stored,
            "documentation": documentation?.stored, "form": form?.stored, "lane": lane?.stored,
            "assignee": assignee?.stored, "candidateUsers": candidateUsers.stored,
            "candidateGroups": candidateGroups.stored, "due": due?.stored, "followUp": followUp?.stored,
            "priority": priority?.stored, "inputs": inputs.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            element: try fields.get("element"), terms: Shared(try TaskTerms(fields)),
            inputs: try fields.find("inputs") ?? [:])
    }
}

extension TaskTerms {
    fileprivate init(_ fields: StoredFields) throws(SnapshotFault) {
        self.init(
            node: try fields.get("node"), name: try fields.find("name"),
            documentation: try fields.find("documentation"), form: try fields.find("form"),
            lane: try fields.find("lane"), assignee: try fields.find("assignee"),
            candidateUsers: try fields.list("candidateUsers"), candidateGroups: try fields.list("candidateGroups"),
            due: try fields.find("due"), followUp: try fields.find("followUp"), priority: try fields.find("priority"))
    }
}

extension ServiceCall: Stored {
    var stored: JSON {
        .lean([
            "element": element.stored, "node": node.stored, "type": type.stored, "inputs": inputs.stored,
            "headers": headers.stored, "retries": retries.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            element: try fields.get("element"), node: try fields.get("node"), type: try fields.get("type"),
            inputs: try fields.find("inputs") ?? [:], headers: try fields.find("headers") ?? [:],
            retries: try fields.get("retries"))
    }
}

extension ChoiceOffer: Stored {
    var stored: JSON {
        .lean([
            "element": element.stored, "node": node.stored, "name": name?.stored, "after": after?.stored,
            "documentation": documentation?.stored, "lane": lane?.stored, "options": options.stored,
            "several": several.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            element: try fields.get("element"), node: try fields.get("node"), name: try fields.find("name"),
            after: try fields.find("after"), documentation: try fields.find("documentation"),
            lane: try fields.find("lane"), options: try fields.list("options"), several: try fields.get("several"))
    }
}

extension ChoiceOffer.Option: Stored {
    var stored: JSON { ["flow": flow.stored, "label": label.stored, "target": target.stored] }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(flow: try fields.get("flow"), label: try fields.get("label"), target: try fields.get("target"))
    }
}

extension ActivitiesOffer: Stored {
    var stored: JSON {
        .lean([
            "element": element.stored, "node": node.stored, "name": name?.stored,
            "documentation": documentation?.stored, "lane": lane?.stored, "activities": activities.stored,
            "sequential": sequential.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            element: try fields.get("element"), node: try fields.get("node"), name: try fields.find("name"),
            documentation: try fields.find("documentation"), lane: try fields.find("lane"),
            activities: try fields.list("activities"), sequential: try fields.get("sequential"))
    }
}

extension ActivitiesOffer.Activity: Stored {
    var stored: JSON { ["node": node.stored, "name": name.stored] }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(node: try fields.get("node"), name: try fields.get("name"))
    }
}

extension OutgoingMessage: Stored {
    var stored: JSON {
        .lean([
            "element": element.stored, "node": node.stored, "name": name.stored, "key": key?.stored,
            "lifetime": lifetime?.description.stored, "variables": variables.stored,
        ])
    }

    init(stored: JSON) throws(SnapshotFault) {
        let fields = try StoredFields(stored)
        self.init(
            element: try fields.get("element"), node: try fields.get("node"), name: try fields.get("name"),
            key: try fields.find("key"),
            lifetime: try fields.find("lifetime", as: String.self).flatMap { TimeSpan($0) },
            variables: try fields.find("variables") ?? [:])
    }
}

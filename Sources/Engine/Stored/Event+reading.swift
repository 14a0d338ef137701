public import Basics

extension Event {
    /// Reads a stored event.
    public init(json: JSON) throws(SnapshotFault) {
        do throws(SnapshotFault) {
            self = try Event.read(StoredFields(json))
        } catch {
            throw error.inside("event")
        }
    }

    private static func read(_ fields: StoredFields) throws(SnapshotFault) -> Event {
        let name: String = try fields.get("event")
        if let event = try Event.work(name, fields) {
            return event
        } else if let event = try Event.flow(name, fields) {
            return event
        } else if let event = try Event.other(name, fields) {
            return event
        }
        throw SnapshotFault("event", expected: "name of an event")
    }

    private static func work(_ name: String, _ fields: StoredFields) throws(SnapshotFault) -> Event? {
        switch name {
        case "workBegun": .workBegun(try fields.get("element"))
        case "workDone": .workDone(try fields.get("element"))
        case "taskOffered": .taskOffered(try fields.get("offer"))
        case "taskCompleted": .taskCompleted(try fields.get("element"))
        case "taskWithdrawn": .taskWithdrawn(try fields.get("element"))
        case "serviceCalled": .serviceCalled(try fields.get("call"))
        case "serviceCompleted": .serviceCompleted(try fields.get("element"))
        case "serviceFailed":
            .serviceFailed(
                try fields.get("element"), reason: try fields.get("reason"), retriesLeft: try fields.get("retriesLeft"))
        case "serviceWithdrawn": .serviceWithdrawn(try fields.get("element"))
        case "choiceOffered": .choiceOffered(try fields.get("offer"))
        case "choiceMade": .choiceMade(try fields.get("element"), flows: try fields.get("flows"))
        case "choiceWithdrawn": .choiceWithdrawn(try fields.get("element"))
        case "activitiesOffered": .activitiesOffered(try fields.get("offer"))
        case "activitiesWithdrawn": .activitiesWithdrawn(try fields.get("element"))
        default: nil
        }
    }

    private static func flow(_ name: String, _ fields: StoredFields) throws(SnapshotFault) -> Event? {
        switch name {
        case "processPinned": .processPinned(try fields.get("definition"))
        case "processEnded": .processEnded(try fields.get("outcome"))
        case "elementEntered": .elementEntered(try fields.get("entry"))
        case "elementLeft": .elementLeft(try fields.get("element"), node: try fields.get("node"))
        case "elementCancelled": .elementCancelled(try fields.get("element"), node: try fields.get("node"))
        case "flowTaken": .flowTaken(try fields.get("flow"), scope: try fields.get("scope"))
        case "flowsJoined": .flowsJoined(try fields.get("flows"), scope: try fields.get("scope"))
        case "flowsDropped": .flowsDropped(scope: try fields.get("scope"))
        case "variablesSet": .variablesSet(try fields.get("variables"), scope: try fields.get("scope"))
        case "loopBegun":
            .loopBegun(try fields.get("element"), total: try fields.find("total"), items: try fields.get("items"))
        case "roundDone":
            .roundDone(
                try fields.get("element"), round: try fields.get("round"),
                result: fields.has("result") ? try fields.get("result") : nil)
        default: nil
        }
    }

    private static func other(_ name: String, _ fields: StoredFields) throws(SnapshotFault) -> Event? {
        switch name {
        case "waitBegun": .waitBegun(try fields.get("wait"))
        case "waitMet": .waitMet(try fields.get("wait"), again: try fields.find("again"))
        case "waitDropped": .waitDropped(try fields.get("wait"))
        case "conditionSeen": .conditionSeen(try fields.get("wait"), try fields.get("isTrue"))
        case "messageSent": .messageSent(try fields.get("message"))
        case "signalThrown":
            .signalThrown(
                try fields.get("name"), variables: try fields.get("variables"), by: try fields.get("element"),
                staysInside: try fields.find("staysInside") ?? false)
        case "errorThrown":
            .errorThrown(
                code: try fields.get("code"), message: try fields.find("message"), by: try fields.get("element"))
        case "escalationThrown": .escalationThrown(code: try fields.get("code"), by: try fields.get("element"))
        case "compensationKept": .compensationKept(try fields.get("record"), scope: try fields.get("scope"))
        case "compensationBegun":
            .compensationBegun(try fields.get("element"), try fields.get("records"), scope: try fields.get("scope"))
        case "compensationStepped":
            .compensationStepped(try fields.get("element"), inner: try fields.get("inner"))
        case "incidentRaised": .incidentRaised(try fields.get("incident"))
        case "incidentResolved": .incidentResolved(try fields.get("incident"))
        case "deviated":
            .deviated(
                from: try fields.get("element"), node: try fields.get("node"), to: try fields.get("to"),
                reason: try fields.get("reason"))
        case "migrated": .migrated(process: try fields.get("process"), to: try fields.get("definition"))
        default: nil
        }
    }
}

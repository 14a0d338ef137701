public import Basics

extension Event {
    /// The event as it is stored: its name and its facts.
    public var json: JSON {
        var fields = facts
        fields["event"] = .string(name)
        return .object(fields)
    }

    /// Its name, which never changes once stored.
    public var name: String {
        switch self {
        case .processPinned: "processPinned"
        case .processEnded: "processEnded"
        case .elementEntered: "elementEntered"
        case .workBegun: "workBegun"
        case .workDone: "workDone"
        case .elementLeft: "elementLeft"
        case .elementCancelled: "elementCancelled"
        case .flowTaken: "flowTaken"
        case .flowsJoined: "flowsJoined"
        case .flowsDropped: "flowsDropped"
        case .variablesSet: "variablesSet"
        case .taskOffered: "taskOffered"
        case .taskCompleted: "taskCompleted"
        case .taskWithdrawn: "taskWithdrawn"
        case .serviceCalled: "serviceCalled"
        case .serviceCompleted: "serviceCompleted"
        case .serviceFailed: "serviceFailed"
        case .serviceWithdrawn: "serviceWithdrawn"
        case .choiceOffered: "choiceOffered"
        case .choiceMade: "choiceMade"
        case .choiceWithdrawn: "choiceWithdrawn"
        case .activitiesOffered: "activitiesOffered"
        case .activitiesWithdrawn: "activitiesWithdrawn"
        case .waitBegun: "waitBegun"
        case .waitMet: "waitMet"
        case .waitDropped: "waitDropped"
        case .conditionSeen: "conditionSeen"
        case .messageSent: "messageSent"
        case .signalThrown: "signalThrown"
        case .errorThrown: "errorThrown"
        case .escalationThrown: "escalationThrown"
        case .loopBegun: "loopBegun"
        case .roundDone: "roundDone"
        case .compensationKept: "compensationKept"
        case .compensationBegun: "compensationBegun"
        case .compensationStepped: "compensationStepped"
        case .incidentRaised: "incidentRaised"
        case .incidentResolved: "incidentResolved"
        case .deviated: "deviated"
        case .migrated: "migrated"
        }
    }

    private var facts: [String: JSON] {
        switch self {
        case .processPinned(let key): ["definition": key.stored]
        case .processEnded(let outcome): ["outcome": outcome.stored]
        case .elementEntered(let entry): ["entry": entry.stored]
        case .elementLeft(let id, let node), .elementCancelled(let id, let node):
            ["element": id.stored, "node": node.stored]
        case .workBegun(let id), .workDone(let id), .taskCompleted(let id), .taskWithdrawn(let id),
            .serviceCompleted(let id), .serviceWithdrawn(let id), .choiceWithdrawn(let id),
            .activitiesWithdrawn(let id):
            ["element": id.stored]
        case .flowTaken(let flow, let scope): ["flow": flow.stored, "scope": scope.stored]
        case .flowsJoined(let flows, let scope): ["flows": flows.stored, "scope": scope.stored]
        case .flowsDropped(let scope): ["scope": scope.stored]
        case .variablesSet(let variables, let scope): ["variables": variables.stored, "scope": scope.stored]
        case .taskOffered(let offer): ["offer": offer.stored]
        case .serviceCalled(let call): ["call": call.stored]
        case .serviceFailed(let id, let reason, let retries):
            ["element": id.stored, "reason": reason.stored, "retriesLeft": retries.stored]
        case .choiceOffered(let offer): ["offer": offer.stored]
        case .choiceMade(let id, let flows): ["element": id.stored, "flows": flows.stored]
        case .activitiesOffered(let offer): ["offer": offer.stored]
        case .waitBegun(let wait), .waitDropped(let wait): ["wait": wait.stored]
        case .waitMet(let wait, let again): ["wait": wait.stored, "again": again?.stored ?? .null]
        case .conditionSeen(let id, let isTrue): ["wait": id.stored, "isTrue": isTrue.stored]
        case .messageSent(let message): ["message": message.stored]
        case .signalThrown(let name, let variables, let id, let staysInside):
            [
                "name": name.stored, "variables": variables.stored, "element": id.stored,
                "staysInside": staysInside.stored,
            ]
        case .errorThrown(let code, let message, let id):
            ["code": code.stored, "message": message?.stored ?? .null, "element": id.stored]
        case .escalationThrown(let code, let id): ["code": code.stored, "element": id.stored]
        case .loopBegun(let id, let total, let items):
            ["element": id.stored, "total": total?.stored ?? .null, "items": items.stored]
        case .roundDone(let id, let round, let result):
            ["element": id.stored, "round": round.stored].merging(result.map { ["result": $0] } ?? [:]) { $1 }
        case .compensationKept(let record, let scope): ["record": record.stored, "scope": scope.stored]
        case .compensationBegun(let id, let records, let scope):
            ["element": id.stored, "records": records.stored, "scope": scope.stored]
        case .compensationStepped(let id, let inner): ["element": id.stored, "inner": inner.stored]
        case .incidentRaised(let incident): ["incident": incident.stored]
        case .incidentResolved(let id): ["incident": id.stored]
        case .deviated(let id, let node, let target, let reason):
            ["element": id.stored, "node": node.stored, "to": target.stored, "reason": reason.stored]
        case .migrated(let process, let key): ["process": process.stored, "definition": key.stored]
        }
    }
}

extension Event {
    /// What the world has to do because of this; nothing for what only the instance itself needs to know.
    public var effects: [Effect] {
        switch self {
        case .taskOffered(let offer): [.offerTask(offer)]
        case .taskWithdrawn(let id): [.withdrawTask(id)]
        case .serviceCalled(let call): [.callService(call)]
        case .serviceWithdrawn(let id): [.withdrawService(id)]
        case .choiceOffered(let offer): [.offerChoice(offer)]
        case .choiceWithdrawn(let id): [.withdrawChoice(id)]
        case .activitiesOffered(let offer): [.offerActivities(offer)]
        case .activitiesWithdrawn(let id): [.withdrawActivities(id)]
        case .waitBegun(let wait): wait.beginning
        case .waitMet(let wait, let again): again?.renewing ?? wait.meeting
        case .waitDropped(let wait): wait.ending
        case .messageSent(let message): [.sendMessage(message)]
        case .signalThrown(let name, let variables, _, let staysInside):
            [.broadcastSignal(name, variables: variables, staysInside: staysInside)]
        case .incidentRaised(let incident): [.raiseIncident(incident)]
        case .incidentResolved(let id): [.clearIncident(id)]
        case .processEnded(let outcome): [.ended(outcome)]
        case .processPinned, .elementEntered, .workBegun, .workDone, .elementLeft, .elementCancelled, .flowTaken,
            .flowsJoined, .flowsDropped, .variablesSet, .taskCompleted, .serviceCompleted, .serviceFailed, .choiceMade,
            .conditionSeen, .errorThrown, .escalationThrown, .loopBegun, .roundDone, .compensationKept,
            .compensationBegun, .compensationStepped, .deviated, .migrated:
            []
        }
    }
}

extension Wait {
    fileprivate var beginning: [Effect] {
        switch what {
        case .timer(let due, _): [.setTimer(id, due: due)]
        case .message(let name): [.subscribe(message: name, id)]
        case .signal, .condition: []
        }
    }

    /// A message that is still awaited needs no second subscription.
    fileprivate var renewing: [Effect] {
        switch what {
        case .timer(let due, _): [.setTimer(id, due: due)]
        case .message, .signal, .condition: []
        }
    }

    /// A timer that has fired is gone by itself; a message is no longer awaited.
    fileprivate var meeting: [Effect] {
        switch what {
        case .message(let name): [.unsubscribe(message: name, id)]
        case .timer, .signal, .condition: []
        }
    }

    fileprivate var ending: [Effect] {
        switch what {
        case .timer: [.cancelTimer(id)]
        case .message(let name): [.unsubscribe(message: name, id)]
        case .signal, .condition: []
        }
    }
}

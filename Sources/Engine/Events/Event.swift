public import Basics

/// What happened to a process instance; stored for ever, and enough to build the instance again.
public enum Event: Hashable, Sendable {
    case processPinned(DefinitionKey)
    case processEnded(Outcome)
    case elementEntered(Entry)
    case workBegun(ElementInstance.ID)
    case workDone(ElementInstance.ID)
    case elementLeft(ElementInstance.ID, node: ElementRef)
    case elementCancelled(ElementInstance.ID, node: ElementRef)
    case flowTaken(ElementRef, scope: ElementInstance.ID)
    case flowsJoined([ElementRef], scope: ElementInstance.ID)
    /// All flows taken in a scope came to nothing, because it was interrupted.
    case flowsDropped(scope: ElementInstance.ID)
    case variablesSet([String: JSON], scope: ElementInstance.ID)
    case taskOffered(TaskOffer)
    case taskCompleted(ElementInstance.ID)
    case taskWithdrawn(ElementInstance.ID)
    indirect case serviceCalled(ServiceCall)
    case serviceCompleted(ElementInstance.ID)
    case serviceFailed(ElementInstance.ID, reason: String, retriesLeft: Int)
    case serviceWithdrawn(ElementInstance.ID)
    indirect case choiceOffered(ChoiceOffer)
    case choiceMade(ElementInstance.ID, flows: [ElementRef])
    case choiceWithdrawn(ElementInstance.ID)
    indirect case activitiesOffered(ActivitiesOffer)
    case activitiesWithdrawn(ElementInstance.ID)
    indirect case waitBegun(Wait)
    /// What was awaited came; a timer that recurs stands anew in `again`.
    indirect case waitMet(Wait, again: Wait?)
    indirect case waitDropped(Wait)
    indirect case conditionSeen(Wait.ID, Bool)
    indirect case messageSent(OutgoingMessage)
    case signalThrown(String, variables: [String: JSON], by: ElementInstance.ID, staysInside: Bool)
    indirect case errorThrown(code: String, message: String?, by: ElementInstance.ID)
    case escalationThrown(code: String, by: ElementInstance.ID)
    case loopBegun(ElementInstance.ID, total: Int?, items: [JSON])
    case roundDone(ElementInstance.ID, round: Int, result: JSON?)
    indirect case compensationKept(Compensable, scope: ElementInstance.ID)
    /// An element instance undoes what is listed, the last first; it is no longer kept in the scope.
    case compensationBegun(ElementInstance.ID, [Compensable], scope: ElementInstance.ID)
    /// The last of the list is being undone; what ran inside it may come in its place.
    case compensationStepped(ElementInstance.ID, inner: [Compensable])
    indirect case incidentRaised(Incident)
    case incidentResolved(Incident.ID)
    indirect case deviated(from: ElementInstance.ID, node: ElementRef, to: ElementRef, reason: String)
    case migrated(process: Int, to: DefinitionKey)
}

public import Basics

/// What the world has to do because of an event.
public enum Effect: Hashable, Sendable {
    case offerTask(TaskOffer)
    case withdrawTask(ElementInstance.ID)
    case callService(ServiceCall)
    case withdrawService(ElementInstance.ID)
    /// Sets a timer, or moves it when the identifier is known already.
    case setTimer(Wait.ID, due: Moment)
    case cancelTimer(Wait.ID)
    case subscribe(message: String, Wait.ID)
    case unsubscribe(message: String, Wait.ID)
    case sendMessage(OutgoingMessage)
    /// To all other instances; the thrower's own catching events have had it.
    case broadcastSignal(String, variables: [String: JSON], staysInside: Bool)
    case offerChoice(ChoiceOffer)
    case withdrawChoice(ElementInstance.ID)
    case offerActivities(ActivitiesOffer)
    case withdrawActivities(ElementInstance.ID)
    case raiseIncident(Incident)
    case clearIncident(Incident.ID)
    case ended(Outcome)
}

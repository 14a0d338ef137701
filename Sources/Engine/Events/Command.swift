public import Basics

/// What may be asked of a process instance.
public enum Command: Hashable, Sendable {
    case start(variables: [String: JSON] = [:], at: StartPoint = .none)
    case completeTask(ElementInstance.ID, variables: [String: JSON])
    case completeService(ElementInstance.ID, variables: [String: JSON])
    /// A service failed; with no retries left a person has to look at it.
    case failService(ElementInstance.ID, reason: String, retriesLeft: Int)
    /// A service cannot be done before a moment; it is called anew then.
    case postponeService(ElementInstance.ID, until: Moment)
    /// The work ended in an error that the drawing may catch (BPMN 10.5.6).
    case throwError(ElementInstance.ID, code: String, message: String?)
    /// The work asks for attention and goes on (BPMN 10.5.6).
    case escalate(ElementInstance.ID, code: String)
    case fireTimer(Wait.ID)
    /// A message came; its key says for which of those that await it (BPMN 8.4.2), none says for all.
    case deliverMessage(String, key: String? = nil, variables: [String: JSON])
    case broadcastSignal(String, variables: [String: JSON])
    /// A person takes one or more of the flows out of a gateway.
    case choose(ElementInstance.ID, flows: [String])
    /// A person begins an activity of an ad-hoc sub-process.
    case begin(ElementInstance.ID, activity: String)
    /// A person says that an ad-hoc sub-process is done.
    case finish(ElementInstance.ID)
    case setVariables([String: JSON], in: ElementInstance.ID? = nil)
    case resolveIncident(Incident.ID, variables: [String: JSON] = [:])
    /// A person takes one of the flows out of a gateway that could not tell which itself.
    case chooseInstead(Incident.ID, flow: String)
    /// A person deviates from the drawing: this stops, that begins.
    case move(ElementInstance.ID, to: String, reason: String)
    case cancel(reason: String)
    case migrate(to: DefinitionKey)
}

/// Where a process begins (BPMN 10.5.2).
public enum StartPoint: Hashable, Sendable {
    case none
    case message(String)
    case signal(String)
    /// The timer start event with this id.
    case timer(String)
    /// The start event with this id, whatever its trigger.
    case node(String)
}

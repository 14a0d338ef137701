/// Why a command was not carried out; nothing has changed.
public enum EngineRefusal: Error, Hashable, Sendable {
    case alreadyStarted
    case notRunning
    case unknownDefinition(DefinitionKey)
    case noSuchStart(StartPoint)
    case noSuchElement(ElementInstance.ID)
    /// The element instance is there, and waits for something else than this.
    case notWaiting(ElementInstance.ID)
    case noSuchTimer(Wait.ID)
    case notDue(Wait.ID)
    case nobodyAwaits(String)
    case noSuchFlow(String)
    case oneFlowOnly(ElementInstance.ID)
    case noSuchActivity(String)
    case busy(ElementInstance.ID)
    case noSuchIncident(Incident.ID)
    case noSuchNode(String)
    case cannotMigrate([MigrationObstacle])
}

/// Why an element instance cannot move along to another version of its process.
public enum MigrationObstacle: Hashable, Sendable {
    case nodeGone(ElementInstance.ID, node: String)
    case kindChanged(ElementInstance.ID, node: String)
    case scopeChanged(ElementInstance.ID, node: String)
    case flowGone(ElementInstance.ID, flow: String)
}

import Basics

extension Run {
    /// Sets the variables that a person mended, and tries again where it stopped.
    mutating func resolve(_ id: Incident.ID, _ variables: [String: JSON]) throws(EngineRefusal) {
        guard let incident = instance.incidents.first(where: { $0.id == id }) else { throw .noSuchIncident(id) }
        emit(.incidentResolved(id))
        guard let element = instance.elements[incident.element] else { return }
        if !variables.isEmpty {
            let scope = element.parent ?? element.id
            propagate(variables, from: element.variables.isEmpty ? scope : element.id)
        }
        retry(element, given: Set(variables.keys))
    }

    /// Takes a way in the place of a gateway that could not tell which.
    mutating func choose(_ flow: String, at id: Incident.ID) throws(EngineRefusal) {
        guard let incident = instance.incidents.first(where: { $0.id == id }) else { throw .noSuchIncident(id) }
        guard let element = instance.elements[incident.element], let node = node(of: element), node.isDecision,
            element.phase == .entering
        else { throw .notWaiting(incident.element) }
        let graph = graphs[element.process]
        guard let place = graph.flowPlaces[flow], node.outgoing.contains(place) else { throw .noSuchFlow(flow) }
        clearIncidents(of: element.id)
        emit(.choiceMade(element.id, flows: [graph.flows[place].ref]))
        leave(element.id, node, by: [place])
    }

    private mutating func retry(_ element: ElementInstance, given: Set<String>) {
        switch element.phase {
        case .entering: beginAgain(element.id)
        case .working:
            guard let node = node(of: element), element.loop == nil else { return retryWork(element) }
            do throws(Fault) {
                try readInputsAgain(of: node, on: element.id, except: given)
                retryWork(element)
            } catch {
                raise(error, at: element.id)
            }
        case .leaving: if let node = node(of: element) { finish(element.id, node) }
        case .undoing: plan(.undo(by: element.id))
        }
    }

    /// Does again what an element that is at work was doing, such as calling its service.
    mutating func retryWork(_ element: ElementInstance) {
        guard let node = node(of: element) else { return touch(element.id) }
        do throws(Fault) {
            if element.loop != nil { return plan(.advance(body: element.id)) }
            switch node.kind {
            case .serviceTask(let work): try callService(element.id, node, work.value)
            case .end(let outcomes), .throwing(let outcomes):
                for case .service(let work) in outcomes { try callService(element.id, node, work) }
            case .subProcess(_, .adHoc(let rule)): checkAdHoc(element.id, node, rule)
            case .subProcess, .callActivity, .start, .catching, .boundary, .userTask, .scriptTask, .ruleTask, .sendTask,
                .receiveTask, .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway:
                touch(element.id)
                variablesChanged = true
            case .complexGateway: touch(element.parent ?? element.id)
            }
        } catch {
            raise(error, at: element.id)
        }
    }
}

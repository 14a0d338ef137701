import Basics

extension ModelReader {
    /// The inside of a process, sub-process or choreography.
    mutating func scope(_ element: BpmnElement, id: ElementID) -> Scope {
        var scope = Scope(id: id)
        for child in element.bpmnChildren {
            if let tag = NodeType(rawValue: child.tag) {
                if let node = node(child, tag) { scope.nodes.add(node) }
            } else if let tag = ScopeTag(rawValue: child.tag) {
                read(child, tag, into: &scope)
            } else if KeptTag(rawValue: child.tag) == nil {
                noteUnknown(child)
            }
        }
        connect(&scope, element)
        return scope
    }

    private mutating func read(_ element: BpmnElement, _ tag: ScopeTag, into scope: inout Scope) {
        switch tag {
        case .sequenceFlow: if let flow = flow(element) { scope.flows.add(flow) }
        case .laneSet: scope.laneSets.append(laneSet(element))
        case .dataObject: scope.dataObjects.add(dataObject(element))
        case .dataObjectReference:
            scope.dataReferences.add(dataReference(element, .object(reference(element[.dataObjectRef]))))
        case .dataStoreReference:
            scope.dataReferences.add(dataReference(element, .store(reference(element[.dataStoreRef]))))
        case .property: scope.properties.add(property(element))
        case .ioSpecification: for shown in drawnData(element) { scope.dataReferences.add(shown) }
        case .textAnnotation, .group, .association: read(element, into: &scope.artifacts)
        }
    }

    private mutating func flow(_ element: BpmnElement) -> SequenceFlow? {
        guard let source = reference(element[.sourceRef]), let target = reference(element[.targetRef]) else {
            note(.error, "dangling-reference", "lacks its sourceRef or targetRef; connect both ends", element)
            return nil
        }
        let condition = element.child(.conditionExpression)
        return SequenceFlow(
            id: FlowID(id(of: element).text), name: element.name, source: source, target: target,
            condition: expression(condition), isDrawnConditional: condition != nil,
            documentation: element.documentation, extensions: element.extensions, line: element.line)
    }

    private mutating func laneSet(_ element: BpmnElement) -> LaneSet {
        LaneSet(id: reference(element[.id]), name: element.name, lanes: element.children(.lane).map { lane($0) })
    }

    private mutating func lane(_ element: BpmnElement) -> Lane {
        Lane(
            id: id(of: element), name: element.name,
            nodes: element.children(.flowNodeRef).compactMap { reference($0.text) },
            inner: element.children(.childLaneSet).map { laneSet($0) }, line: element.line)
    }
}

extension ModelReader {
    mutating func dataObject(_ element: BpmnElement) -> DataObject {
        DataObject(
            id: id(of: element), name: element.name, isCollection: flag(.isCollection, of: element, else: false),
            item: reference(element[.itemSubjectRef]), line: element.line)
    }

    mutating func dataReference(_ element: BpmnElement, _ kind: DataReference.Kind) -> DataReference {
        DataReference(
            id: id(of: element), name: element.name, state: element.child(.dataState)?.name, kind: kind,
            line: element.line)
    }

    /// The inputs and outputs of a whole process, which may be drawn.
    mutating func drawnData(_ element: BpmnElement) -> [DataReference] {
        element.children(.dataInput).map {
            dataReference($0, .input(isCollection: flag(.isCollection, of: $0, else: false)))
        }
            + element.children(.dataOutput).map {
                dataReference($0, .output(isCollection: flag(.isCollection, of: $0, else: false)))
            }
    }

    mutating func property(_ element: BpmnElement) -> Property {
        Property(id: id(of: element), name: element.name, item: reference(element[.itemSubjectRef]), line: element.line)
    }

    mutating func activityData(_ element: BpmnElement) -> ActivityData {
        let specification = element.child(.ioSpecification)
        return ActivityData(
            inputs: Catalog((specification?.children(.dataInput) ?? []).map { property($0) }),
            outputs: Catalog((specification?.children(.dataOutput) ?? []).map { property($0) }),
            properties: Catalog(element.children(.property).map { property($0) }),
            inputAssociations: element.children(.dataInputAssociation).map { dataAssociation($0) },
            outputAssociations: element.children(.dataOutputAssociation).map { dataAssociation($0) })
    }

    func eventData(_ element: BpmnElement) -> EventData {
        let all = element.children(.dataInputAssociation) + element.children(.dataOutputAssociation)
        return EventData(associations: all.map { dataAssociation($0) })
    }

    private func dataAssociation(_ element: BpmnElement) -> DataAssociation {
        DataAssociation(
            id: reference(element[.id]), sources: element.children(.sourceRef).compactMap { reference($0.text) },
            target: reference(element.child(.targetRef)?.text),
            transformation: expression(element.child(.transformation)),
            assignments: element.children(.assignment).compactMap { assignment($0) }, line: element.line)
    }

    private func assignment(_ element: BpmnElement) -> Assignment? {
        guard let from = expression(element.child(.from)), let to = expression(element.child(.to)) else { return nil }
        return Assignment(from: from, to: to)
    }
}

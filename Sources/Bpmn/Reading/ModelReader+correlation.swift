import Basics

extension ModelReader {
    mutating func addCorrelationProperty(_ element: BpmnElement) {
        let retrievals = element.children(.correlationPropertyRetrievalExpression).compactMap { retrieval($0) }
        definitions.correlationProperties.add(
            CorrelationProperty(id: id(of: element), name: element.name, retrievals: retrievals, line: element.line))
    }

    private mutating func retrieval(_ element: BpmnElement) -> CorrelationProperty.Retrieval? {
        guard let message = reference(element[.messageRef]), let path = expression(element.child(.messagePath)) else {
            note(
                .error, "correlation-retrieval",
                "needs a messageRef and a messagePath, an expression over what the message carries (BPMN 8.4.2)",
                element)
            return nil
        }
        if lines[message.text] == nil { noteDangling(message.text, as: "messageRef", element) }
        return CorrelationProperty.Retrieval(message: message, path: path)
    }

    /// The keys directly inside a collaboration or conversation.
    mutating func correlationKeys(_ element: BpmnElement) -> [CorrelationKey] {
        element.children(.correlationKey).map { key in
            let properties = key.children(.correlationPropertyRef).compactMap { reference($0.text) }
            for property in properties where lines[property.text] == nil {
                noteDangling(property.text, as: "correlationPropertyRef", key)
            }
            if properties.isEmpty {
                note(
                    .error, "correlation-key", "has no correlationPropertyRef; name what it consists of (BPMN 8.4.2)",
                    key)
            }
            return CorrelationKey(id: id(of: key), name: key.name, properties: properties, line: key.line)
        }
    }

    mutating func subscriptions(_ element: BpmnElement) -> [CorrelationSubscription] {
        element.children(.correlationSubscription).compactMap { subscription in
            guard let key = reference(subscription[.correlationKeyRef]) else {
                note(.error, "correlation-subscription", "names no correlationKeyRef (BPMN 8.4.2)", subscription)
                return nil
            }
            if lines[key.text] == nil { noteDangling(key.text, as: "correlationKeyRef", subscription) }
            let bindings = subscription.children(.correlationPropertyBinding).compactMap { binding($0) }
            return CorrelationSubscription(
                id: id(of: subscription), key: key, bindings: bindings, line: subscription.line)
        }
    }

    private mutating func binding(_ element: BpmnElement) -> CorrelationSubscription.Binding? {
        guard let property = reference(element[.correlationPropertyRef]),
            let path = expression(element.child(.dataPath))
        else {
            note(
                .error, "correlation-subscription",
                "needs a correlationPropertyRef and a dataPath, an expression over the data of the process (BPMN 8.4.2)",
                element)
            return nil
        }
        if lines[property.text] == nil { noteDangling(property.text, as: "correlationPropertyRef", element) }
        return CorrelationSubscription.Binding(property: property, path: path)
    }
}

extension DmnModel {
    /// The namespaces that it and the models that it imports name, and that none of these models has.
    public func missing(from others: [DmnModel]) -> Set<String> {
        var (missing, seen, border): (Set<String>, Set<String>, [DmnModel]) = ([], [namespace], [self])
        while let next = border.popLast() {
            for wanted in next.imports where wanted.isOfModels && seen.insert(wanted.namespace).inserted {
                if let found = others.first(where: { $0.namespace == wanted.namespace }) {
                    border.append(found)
                } else {
                    missing.insert(wanted.namespace)
                }
            }
        }
        return missing
    }
}

extension DmnImport {
    /// Whether it is of a model; the standard itself needs no file.
    var isOfModels: Bool { !namespace.contains("DMN") }
}

extension ModelExpression {
    /// The language that it is in, where that is neither FEEL nor the language of Camunda and Flowable (`${…}`), which is told in FEEL.
    ///
    /// XPath as the language of a whole file says nothing: the standard takes it where a file names none, and tools write it.
    public var foreignLanguage: String? {
        guard let language, !language.isEmpty else { return nil }
        let word = language.lowercased()
        if Self.feel.contains(where: { word.contains($0) }) { return nil }
        if Self.javas.contains(where: { word.contains($0) }), text.isExpression { return nil }
        if word.contains("xpath"), text.isExpression || (isOfFile && !isPath) { return nil }
        return isOfFile && word.contains("xhtml") ? nil : language
    }

    private static let feel = ["feel", "juel", "dmn", "unspecified", "natural"]
    /// Names under which tools write `${…}`.
    private static let javas = ["java.com", "java.sun.com", "uel", "unified"]

    private var isPath: Bool { text.hasPrefix("/") || text.contains("getDataObject(") || text.contains("/text()") }
}

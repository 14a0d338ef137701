/// Checks that a template names only facts that it declares, includes only what is there, and makes all it writes safe.
struct TemplateCheck {
    let texts: [String: String]
    let facts: [Fact]

    /// Walks the text and the parts it includes.
    func check(_ file: String, under sections: [String] = [], seen: Set<String> = []) throws(LetterFault) {
        guard let text = texts[file] else { throw .missingPart(file, file: file) }
        guard !seen.contains(file) else { return }
        let tags = TemplateTags(text)
        if let name = tags.unescaped.first { throw .unescaped(name, file: file) }
        for use in tags.uses() where !isDeclared(use.name, in: sections + use.sections) {
            throw .undeclaredName(use.name, file: file)
        }
        for part in tags.parts {
            guard texts[part] != nil else { throw .missingPart(part, file: file) }
            try check(part, under: sections, seen: seen.union([file]))
        }
    }

    private func isDeclared(_ name: String, in sections: [String]) -> Bool {
        if name == "." || name == "onderwerp" { return true }
        if facts.contains(where: { $0.path == name || $0.path.hasPrefix(name + ".") }) { return true }
        return sections.contains { section in
            facts.contains { $0.path == section && $0.fields.contains { $0.path == name } }
        }
    }
}

import Basics

extension ModelReader {
    /// Tells, once for each element, which settings of other tools nothing here reads, and what to use instead.
    mutating func noteUnread() {
        let runs = definitions.processes.contains(where: \.isExecutable)
        for element in root.bpmnChildren {
            let isProcess = element.tag == RootTag.process.rawValue
            noteUnread(element, isRun: isProcess ? flag(.isExecutable, of: element) : runs)
        }
    }

    private mutating func noteUnread(_ element: BpmnElement, isRun: Bool) {
        note(element.vendorSettings, element, isRun)
        noteUnread(inside: element, isRun)
    }

    /// Nodes and flows stand in a scope or, seldom, deeper.
    private mutating func noteUnread(inside element: BpmnElement, _ isRun: Bool) {
        for child in element.bpmnChildren where child.tag != BpmnWord.extensionElements.rawValue {
            if child.isSubject { noteUnread(child, isRun: isRun) } else { noteUnread(inside: child, isRun) }
        }
    }

    private func flag(_ word: BpmnWord, of element: BpmnElement) -> Bool {
        ["true", "1"].contains(element[word] ?? "")
    }

    private mutating func note(_ settings: [VendorSetting], _ element: BpmnElement, _ isRun: Bool) {
        let idle = settings.filter { $0.verdict == .idle }.map(\.title).inOrder
        if !idle.isEmpty {
            note(.note, "idle-setting", "says \(idle.joined(separator: ", ")), which changes nothing here", element)
        }
        let told = settings.compactMap(\.verdict.advice).inOrder
        guard !told.isEmpty else { return }
        let phrases = told.map { advice -> Phrase in
            let titles = settings.filter { $0.verdict.advice == advice }.map(\.title).inOrder
            return "says \(Array(titles.prefix(5)).joined(separator: ", ")): \(advice.phrase)"
        }
        let isGrave = isRun && told.contains(where: \.isGrave)
        note(isGrave ? .error : .warning, "unread-setting", Phrase(phrases, separator: "; "), element)
    }
}

extension Array where Element: Hashable {
    /// Each once, where it comes first.
    fileprivate var inOrder: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

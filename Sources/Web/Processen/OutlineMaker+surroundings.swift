import Bpmn

extension OutlineMaker {
    /// What stands around the steps, each kind below a heading of its own.
    mutating func writeSurroundings(of process: BusinessProcess, in definitions: Definitions) {
        writeParties(of: process, in: definitions)
        section("messages", around.messages) { flow, maker in
            maker.add(
                element: flow.id, name: maker.names.drawn(flow.id.text), kind: maker.words("outline.message"),
                details: [
                    maker.words(
                        "outline.from_to", ["from": maker.called(flow.source), "to": maker.called(flow.target)])
                ], depth: 1)
        }
        section("conversations", around.conversations) { talk, maker in
            maker.add(
                element: talk.id, name: talk.name, kind: maker.words("outline.conversation"),
                details: [maker.row("outline.between", talk.participants)].compactMap(\.self), depth: 1)
        }
        section("groups", around.groups) { one, maker in
            maker.add(
                element: one.group.id, name: one.group.name, kind: maker.words("outline.group"),
                details: [maker.row("outline.around", one.members)].compactMap(\.self), depth: 1)
        }
        section("data", around.data) { one, maker in
            let state = one.reference.state.map { maker.words("outline.data_state", ["name": $0]) }
            maker.add(
                element: one.reference.id, name: one.reference.name, kind: maker.words("outline.datum"),
                details: [
                    state, maker.row("outline.read_by", one.readers), maker.row("outline.written_by", one.writers),
                ].compactMap(\.self), depth: 1)
        }
        section("remarks", around.remarks) { one, maker in
            maker.add(
                element: one.annotation.id, name: one.annotation.text, kind: maker.words("outline.remark"),
                details: [maker.row("outline.about", one.about)].compactMap(\.self), depth: 1)
        }
        section("empty_lanes", around.emptyLanes) { lane, maker in
            maker.add(
                element: lane.id, name: lane.name.map(maker.words.drawn), kind: maker.words("outline.empty_lane"),
                depth: 1)
        }
    }

    /// Who takes part, with their own steps where the drawing has them; and processes that nobody in it has.
    private mutating func writeParties(of process: BusinessProcess, in definitions: Definitions) {
        let held = Set(around.participants.compactMap(\.process))
        let others = definitions.processes.filter { $0.id != process.id && !held.contains($0.id) && $0.hasNodes }
        guard !around.participants.isEmpty || !others.isEmpty else { return }
        add(name: words("outline.parties"), kind: "", depth: 0)
        for one in around.participants {
            let inside = one.process.flatMap { definitions.processes[$0] }.flatMap { $0.hasNodes ? $0 : nil }
            let key = inside == nil ? "closed" : inside?.id == process.id ? "party_here" : "party_steps"
            add(
                element: one.id, name: one.name.map(words.drawn),
                kind: words(one.isMultiple ? "outline.participants" : "outline.participant"),
                details: [words("outline.\(key)")], depth: 1)
            if let inside, inside.id != process.id { write(ProcessOutline(inside, drawn: drawing), depth: 2) }
        }
        for one in others {
            add(element: one.id, name: one.name.map(words.drawn), kind: words("outline.other_process"), depth: 1)
            write(ProcessOutline(one, drawn: drawing), depth: 2)
        }
    }

    private mutating func section<Item>(
        _ key: String, _ items: [Item], write: (Item, inout OutlineMaker) -> Void
    ) {
        guard !items.isEmpty else { return }
        add(name: words("outline.\(key)"), kind: "", depth: 0)
        for item in items { write(item, &self) }
    }

    private func row(_ key: String, _ ids: [ElementID]) -> String? {
        ids.isEmpty ? nil : words(key, ["names": ids.map(called).joined(separator: ", ")])
    }
}

extension BusinessProcess {
    fileprivate var hasNodes: Bool { !scope.nodes.isEmpty }
}

import Bpmn

/// Writes the outline of a process as lines: the steps numbered through as they are read, each way under its choice with a letter, and
/// below them what stands around them in the drawing.
struct OutlineMaker {
    let words: Words
    let names: ElementNames
    let around: DrawingSurroundings
    /// What the drawing shows where: the order of ways is that of the drawing.
    let drawing: Diagram
    /// What makes its anchors differ from those of another outline on the same page.
    private let prefix: String
    private(set) var lines: [OutlinePart.Line] = []
    /// Where each step stands, from a first time of writing: what has no name is called by its number.
    let places: [ElementID: String]
    private var found: [ElementID: String] = [:]
    private var count = 0
    /// Who does the step written last.
    private var lane: String?
    /// Far more than any drawing that people read.
    private static let longest = 2_000

    static func part(_ definitions: Definitions, process: String, _ words: Words, prefix: String = "") -> OutlinePart? {
        guard let found = definitions.processes[ElementID(process)] ?? definitions.processes.first else { return nil }
        let drawing = BpmnDrawing(definitions, diagram: definitions.diagram(showing: found.id)).diagram
        var draft = OutlineMaker(definitions, drawing, words, prefix, places: [:])
        draft.write(found, in: definitions)
        var maker = OutlineMaker(definitions, drawing, words, prefix, places: draft.found)
        maker.write(found, in: definitions)
        return OutlinePart(id: "stappen" + prefix, lines: maker.lines)
    }

    private init(
        _ definitions: Definitions, _ drawing: Diagram, _ words: Words, _ prefix: String, places: [ElementID: String]
    ) {
        self.words = words
        self.drawing = drawing
        self.prefix = prefix
        self.places = places
        names = ElementNames(definitions, words)
        around = DrawingSurroundings(definitions)
    }

    private mutating func write(_ process: BusinessProcess, in definitions: Definitions) {
        write(ProcessOutline(process, drawn: drawing), depth: 0)
        writeSurroundings(of: process, in: definitions)
    }

    mutating func write(_ outline: ProcessOutline, depth: Int) {
        for passage in outline.beginnings + outline.apart { write(passage, depth: depth) }
    }

    private mutating func write(_ passage: ProcessOutline.Passage, depth: Int) {
        for (index, step) in passage.steps.enumerated() {
            guard lines.count < OutlineMaker.longest else { return }
            let isLast = index + 1 == passage.steps.count
            write(step, depth: depth, jump: isLast ? jump(passage.end) : nil)
        }
    }

    private mutating func write(_ step: ProcessOutline.Step, depth: Int, jump: Way?) {
        count += 1
        found[step.id] = "\(count)"
        let title = names.drawn(step.id.text)
        add(
            number: "\(count)", element: step.id, name: title.map(words.drawn), kind: kind(of: step),
            details: details(of: step), depth: depth, jump: step.parting == nil ? jump : nil)
        if let inside = step.inside { write(inside, depth: depth + 1) }
        for (index, branch) in (step.parting?.branches ?? []).enumerated() {
            add(
                number: OutlineMaker.letter(index), name: heading(of: branch.way), kind: "",
                details: condition(of: branch.way).map { [$0] } ?? [], depth: depth + 1,
                jump: branch.passage.steps.isEmpty ? self.jump(branch.passage.end) : nil)
            lane = nil
            write(branch.passage, depth: depth + 2)
        }
        for aside in step.aside {
            add(
                name: words(
                    aside.isInterrupting ? "outline.interrupts" : "outline.meanwhile",
                    ["name": aside.passage.steps.first.map { words.drawn(names($0.id.text)) } ?? ""]), kind: "",
                depth: depth + 1)
            write(aside.passage, depth: depth + 2)
        }
        if step.parting != nil { lane = nil }
    }

    /// Who does it is told only where another did the step before.
    private mutating func details(of step: ProcessOutline.Step) -> [String] {
        let isOther = step.lane != lane
        lane = step.lane
        return details(of: step, by: isOther ? step.lane : nil)
    }

    mutating func add(
        number: String = "", element: ElementID? = nil, name: String?, kind: String, details: [String] = [],
        depth: Int, jump: Way? = nil
    ) {
        lines.append(
            .init(
                number: number, anchor: element.map(anchor), name: name, kind: kind,
                details: details.map { SoundnessPart.Line(text: $0) }, depth: String(min(depth, 6)),
                level: String(depth),
                isWay: element == nil, jump: jump, element: element?.text))
    }

    func anchor(_ id: ElementID) -> String { "s\(prefix)-" + id.text.formEncoded }

    private static func letter(_ index: Int) -> String {
        UnicodeScalar(UInt32(97 + min(index, 25))).map { String($0) } ?? "\(index)"
    }
}

extension OutlineMaker {
    private func heading(of way: ProcessOutline.Way) -> String {
        names.drawn(way.flow.text) == nil ? name(of: way) : words("outline.way", ["name": name(of: way)])
    }

    /// By its words, or by where it leads.
    func name(of way: ProcessOutline.Way) -> String {
        names.drawn(way.flow.text).map(words.drawn)
            ?? (way.isDefault ? words("outline.otherwise") : names.way(way.flow.text, saying: words.drawn))
    }

    /// When it is taken, where data decides that.
    func condition(of way: ProcessOutline.Way) -> String? {
        way.condition.map { words.condition($0) }
            ?? (way.isDefault && names.drawn(way.flow.text) != nil ? words("outline.otherwise") : nil)
    }

    private func jump(_ end: ProcessOutline.End) -> Way? {
        switch end {
        case .over: nil
        case .joins(let id): way("outline.joins", id)
        case .goesBack(let id): way("outline.goes_back", id)
        case .jumps(let id): way("outline.jumps", id)
        }
    }

    private func way(_ key: String, _ id: ElementID) -> Way {
        Way(words(key, ["name": called(id)]), "#" + anchor(id))
    }

    /// By its number in the list and its name; by what it is, where it has neither.
    func called(_ id: ElementID) -> String {
        let parts = [
            places[id].map { words("outline.step", ["n": $0]) }, names.drawn(id.text).map { "“\(words.drawn($0))”" },
        ].compactMap(\.self)
        return parts.isEmpty ? names(id.text) : parts.joined(separator: " ")
    }
}

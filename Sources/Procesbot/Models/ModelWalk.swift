/// A way through a drawing from where the zaak stands: along what the facts say, up to where they say nothing yet.
struct ModelWalk {
    /// A step that comes, or the row of a choice that the facts took.
    enum Stop {
        case step(Candidate)
        case choice(Candidate, rule: Int)
    }

    private let adviser: Adviser
    private let asked: Inquiry
    private let graph: ModelGraph
    private let document: String
    private let number: Int
    /// Whether the zaak stands there, and the question does not only speak of it.
    let stands: Bool
    private(set) var stops: [Stop] = []
    /// Choices ahead that the facts do not make yet.
    private(set) var open: [Candidate] = []
    private(set) var visited: Set<Int> = []
    private static let furthest = 5

    init(
        from node: ModelGraph.Node, _ graph: ModelGraph, stands: Bool = false, _ asked: Inquiry, _ adviser: Adviser
    ) {
        self.stands = stands
        (self.graph, self.asked, self.adviser) = (graph, asked, adviser)
        visited = [node.passage]
        let start = adviser.candidate(node.passage, score: 0, asked)
        document = start.document.name
        number = adviser.library.places[node.passage].document
        pass(start)
    }

    /// What comes behind a node: by its one way, or by the ways that the facts open.
    private mutating func pass(_ candidate: Candidate) {
        let rows = candidate.rules.indices.filter { !candidate.rules[$0].cells.isEmpty }
        guard let first = rows.first else { return }
        guard candidate.rules[first].cells.count == 2 else { return go(to: targets(of: first, candidate)) }
        let truths = rows.map { truth(of: $0, candidate) }
        // Without any condition all ways are gone at once.
        if truths.allSatisfy({ $0 == nil }) { return go(to: rows.flatMap { targets(of: $0, candidate) }) }
        let taken = Self.taken(truths)
        guard !taken.isEmpty else {
            open.append(candidate)
            return
        }
        for index in taken {
            stops.append(.choice(candidate, rule: rows[index]))
            go(to: targets(of: rows[index], candidate))
        }
    }

    /// `nil` for the way that is left when no other holds.
    private func truth(of rule: Int, _ candidate: Candidate) -> Truth? { candidate.verdicts[rule]?.truth }

    /// The ways that hold; else the only one that no fact rules out; none while more are possible.
    static func taken(_ truths: [Truth?]) -> [Int] {
        let yes = truths.indices.filter { truths[$0] == .yes }
        if !yes.isEmpty { return yes }
        let possible = truths.indices.filter { truths[$0] != .no }
        return possible.count == 1 ? possible : []
    }

    private func targets(of rule: Int, _ candidate: Candidate) -> [ModelGraph.Node] {
        candidate.rules[rule].cells.last.map { graph.targets(in: candidate.document.text.quote($0.value)) } ?? []
    }

    private mutating func go(to nodes: [ModelGraph.Node]) {
        for node in nodes where stops.count < Self.furthest && visited.insert(node.passage).inserted {
            let next = adviser.candidate(node.passage, score: 0, asked)
            if !isChoice(next) { stops.append(.step(next)) }
            let inside = adviser.library.entrances(of: node.id, inDocument: number)
            guard inside.isEmpty else {
                for first in inside where visited.insert(first).inserted {
                    stops.append(.step(adviser.candidate(first, score: 0, asked)))
                }
                continue
            }
            pass(next)
        }
    }

    private func isChoice(_ candidate: Candidate) -> Bool {
        candidate.rules.contains { $0.cells.count == 2 }
    }
}

extension ModelWalk {
    /// The walk from the step where the zaak stands, or else, when it is wanted, that the question speaks of.
    static func find(_ asked: Inquiry, _ candidates: [Candidate], isWanted: Bool, _ adviser: Adviser) -> ModelWalk? {
        guard asked.form.asksRoute else { return nil }
        let standing = asked.standing
        let documents = adviser.library.modelNumbers.filter { asked.allows(adviser.library.documents[$0]) }
        for document in documents where !standing.isEmpty {
            let graph = ModelGraph(of: document, in: adviser.library)
            for id in graph.order {
                guard let node = graph.nodes[id], standing.contains(node.words) else { continue }
                return ModelWalk(from: node, graph, stands: true, asked, adviser).orNil
            }
        }
        guard isWanted else { return nil }
        let near = Set(candidates.filter { $0.document.isModel }.map { adviser.library.places[$0.number].document })
        let spoken = near.sorted().compactMap { document -> (walk: ModelWalk, fit: Float)? in
            let graph = ModelGraph(of: document, in: adviser.library)
            guard let (node, fit) = spokenOf(in: graph, asked, adviser) else { return nil }
            return ModelWalk(from: node, graph, asked, adviser).orNil.map { ($0, fit) }
        }
        return spoken.max { $0.fit < $1.fit }?.walk
    }

    /// A step of the same drawing that the way does not pass is not what comes; nor is one of another drawing, where the zaak stands
    /// in this one, unless the question is plainly about it. A decision table stands in no drawing.
    func leavesOut(_ candidate: Candidate) -> Bool {
        if asked.isNear(candidate) { return false }
        if candidate.document.name == document { return !visited.contains(candidate.number) }
        let isDrawing = candidate.rules.contains {
            $0.cells.contains { (ModelText.stepHeaders + ModelText.eventHeaders).contains($0.header) }
        }
        let isNamed = candidate.headingMatch && candidate.coverage >= Support.leastElsewhere
        return stands && candidate.document.isModel && isDrawing && !isNamed
    }

    /// Whether a fact took a way.
    var hasTaken: Bool {
        stops.contains { stop in
            switch stop {
            case .step: false
            case .choice(let candidate, let rule): candidate.verdicts[rule]?.evidence.isEmpty == false
            }
        }
    }

    private var orNil: ModelWalk? { stops.isEmpty && open.isEmpty ? nil : self }

    /// The step whose name the question says nearly whole; the longest such name.
    private static func spokenOf(in graph: ModelGraph, _ asked: Inquiry, _ adviser: Adviser) -> (
        ModelGraph.Node, Float
    )? {
        let said = asked.query.map(\.term)
        let fits = graph.order.compactMap { id -> (ModelGraph.Node, Float)? in
            guard let node = graph.nodes[id] else { return nil }
            let terms = adviser.library.lexicon.terms(of: node.name).filter { !$0.isJoined }
            let weight = terms.reduce(0) { $0 + $1.weight }
            let cover = FactModel.cover(terms, by: said)
            return weight >= 0.9 && cover >= 0.7 ? (node, cover * weight) : nil
        }
        return fits.max { $0.1 < $1.1 }
    }
}

extension Library {
    /// The passages of the first steps of the drawing that a step calls; none where it calls none that is here.
    func entrances(of step: String, inDocument document: Int) -> [Int] {
        guard let process = documents[document].logic?.places.places[step]?.calls else { return [] }
        return modelNumbers.filter { documents[$0].logic?.places.processes.contains(process) == true }.prefix(1)
            .flatMap { called -> [Int] in
                guard let drawing = documents[called].logic?.places else { return [] }
                let graph = ModelGraph(of: called, in: self)
                return drawing.firstSteps(of: process).compactMap { graph.nodes[$0]?.passage }
            }
    }

    /// The living documents that are drawings.
    var modelNumbers: [Int] { register.models.filter(isCurrent) }
}

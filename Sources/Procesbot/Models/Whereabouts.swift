/// Where a zaak stands in the drawings: at its steps, within what is around these, and in the drawings that call them.
struct Whereabouts: Sendable {
    /// An element of a drawing, by the number of its document and its id.
    struct Spot: Hashable, Sendable {
        let document: Int
        let id: String
    }

    /// The passages on the step itself, on what comes right behind it or can happen, and on the events alone.
    struct Nearby: Sendable {
        var here: Set<Int> = []
        var next: Set<Int> = []
        var events: Set<Int> = []
    }

    /// The steps first, what is around them behind.
    private(set) var spots: [Spot] = []
    /// The steps alone.
    private(set) var steps: Set<Spot> = []
    /// What can happen there, the nearest first.
    private(set) var events: [Spot] = []

    init() {}

    /// `names` of the steps, by their words; `documents` are those that may be cited.
    init(at names: [[String]], of documents: [Int], in library: Library) {
        guard !names.isEmpty else { return }
        for document in documents {
            let graph = ModelGraph(of: document, in: library)
            for id in graph.order where names.contains(graph.nodes[id]?.words ?? []) {
                let spot = Spot(document: document, id: id)
                steps.insert(spot)
                climb(from: spot, documents, library)
            }
        }
    }

    private mutating func climb(from spot: Spot, _ documents: [Int], _ library: Library) {
        guard !spots.contains(spot) else { return }
        spots.append(spot)
        guard let drawing = library.documents[spot.document].logic?.places, let place = drawing.places[spot.id] else {
            return
        }
        events += place.events.map { Spot(document: spot.document, id: $0) }.filter { !events.contains($0) }
        if let around = place.around {
            return climb(from: Spot(document: spot.document, id: around), documents, library)
        }
        for caller in Self.callers(of: spot.id, documents, library) { climb(from: caller, documents, library) }
    }

    private static func callers(of process: String, _ documents: [Int], _ library: Library) -> [Spot] {
        documents.flatMap { document in
            (library.documents[document].logic?.places.places ?? [:]).filter { $0.value.calls == process }.keys.sorted()
                .map { Spot(document: document, id: $0) }
        }
    }

    /// The steps at which it stands, without what is around them, and what comes right behind them: choices, and the work to which these lead.
    func near(in library: Library) -> Nearby {
        var near = Nearby()
        for spot in spots where steps.contains(spot) {
            guard let drawing = library.documents[spot.document].logic?.places else { continue }
            let graph = ModelGraph(of: spot.document, in: library)
            near.here.formUnion([spot.id].compactMap { graph.nodes[$0]?.passage })
            near.next.formUnion(drawing.behind(spot.id).compactMap { graph.nodes[$0]?.passage })
        }
        for event in events {
            near.next.formUnion(passages(from: event, in: library))
            near.events.formUnion(
                ModelGraph(of: event.document, in: library).nodes[event.id].map { [$0.passage] } ?? [])
        }
        near.next.subtract(near.here)
        return near
    }

    /// An event, what it leads to, and the first work of the drawing that this calls.
    private func passages(from event: Spot, in library: Library) -> [Int] {
        guard let drawing = library.documents[event.document].logic?.places else { return [] }
        let graph = ModelGraph(of: event.document, in: library)
        let after = drawing.behind(event.id)
        return ([event.id] + after).compactMap { graph.nodes[$0]?.passage }
            + after.flatMap { library.entrances(of: $0, inDocument: event.document) }
    }

    /// Whether the zaak has passed it: its flows lead to where the zaak stands, and none leads back.
    func isPast(_ spot: Spot, in library: Library) -> Bool {
        guard let drawing = library.documents[spot.document].logic?.places else { return false }
        let here = spots.filter { $0.document == spot.document }
        return here.contains { drawing.leads(from: spot.id, to: $0.id) }
            && !here.contains { $0 == spot || drawing.leads(from: $0.id, to: spot.id) }
    }

    /// The names of the drawings in which it stands.
    func drawings(of library: Library) -> Set<String> { Set(spots.map { library.documents[$0.document].name }) }
}

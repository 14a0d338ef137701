/// Nodes in columns from left to right (after Sugiyama, Tagawa and Toda, 1981).
struct LayeredGraph {
    struct Vertex {
        /// A place that a long line passes through has no element.
        var element: ElementID?
        var width: Double
        var height: Double
        var lane: Int
        var layer = 0
        var row = 0
    }

    struct Link {
        var from: Int
        var to: Int
        /// Leads against the stream, or too far: it runs above everything.
        var isDetour = false
        var via: [Int] = []
        /// How wide its name is.
        var room = 0.0
        /// Whether another leads from the same node to the same one: each of them passes a column in a place of its own.
        var isTwin = false
    }

    private(set) var vertices: [Vertex]
    private(set) var links: [Link]
    private(set) var layers: [[Int]] = []
    /// Longer lines than this run above the columns instead of through them.
    private static let reach = 20

    init(_ vertices: [Vertex], _ links: [Link], twins: Set<Int> = []) {
        self.vertices = vertices
        self.links = links
        for twin in twins { self.links[twin].isTwin = true }
        turnCycles()
        assignLayers()
        addWaypoints()
        order()
        assignRows()
    }
}

extension LayeredGraph {
    /// Flows that lead back to a node on the way to them become detours.
    private mutating func turnCycles() {
        let outgoing = Dictionary(grouping: links.indices) { links[$0].from }
        var state = [Int](repeating: 0, count: vertices.count)
        let entered = Set(links.filter { $0.from != $0.to }.map(\.to))
        let starts = vertices.indices.filter { !entered.contains($0) } + vertices.indices
        for start in starts where state[start] == 0 {
            var stack = [(vertex: start, next: 0)]
            state[start] = 1
            while let (vertex, next) = stack.last {
                let ways = outgoing[vertex] ?? []
                guard next < ways.count else {
                    state[vertex] = 2
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let target = links[ways[next]].to
                if state[target] == 1 { links[ways[next]].isDetour = true }
                if state[target] == 0 {
                    state[target] = 1
                    stack.append((target, 0))
                }
            }
        }
    }

    /// Each node right of all that lead to it.
    private mutating func assignLayers() {
        let forward = links.filter { !$0.isDetour }
        var waiting = [Int](repeating: 0, count: vertices.count)
        for link in forward { waiting[link.to] += 1 }
        let outgoing = Dictionary(grouping: forward, by: \.from)
        var ready = vertices.indices.filter { waiting[$0] == 0 }
        var place = 0
        while place < ready.count {
            let vertex = ready[place]
            place += 1
            for link in outgoing[vertex] ?? [] {
                vertices[link.to].layer = max(vertices[link.to].layer, vertices[vertex].layer + (link.isTwin ? 2 : 1))
                waiting[link.to] -= 1
                if waiting[link.to] == 0 { ready.append(link.to) }
            }
        }
    }

    private mutating func addWaypoints() {
        for index in links.indices where !links[index].isDetour {
            let (from, to) = (vertices[links[index].from], vertices[links[index].to])
            if to.layer - from.layer > Self.reach || vertices.count > 8_000 {
                links[index].isDetour = to.layer - from.layer > 1
                continue
            }
            for layer in (from.layer + 1)..<max(to.layer, from.layer + 1) {
                links[index].via.append(vertices.count)
                let width = layer == from.layer + 1 ? links[index].room : 0
                vertices.append(Vertex(element: nil, width: width, height: 20, lane: to.lane, layer: layer))
            }
        }
    }
}

extension LayeredGraph {
    /// Neighbours by vertex, over waypoints.
    private func neighbours() -> (before: [[Int]], after: [[Int]]) {
        var before = [[Int]](repeating: [], count: vertices.count)
        var after = before
        for link in links where !link.isDetour {
            let chain = [link.from] + link.via + [link.to]
            for (from, to) in zip(chain, chain.dropFirst()) {
                after[from].append(to)
                before[to].append(from)
            }
        }
        return (before, after)
    }

    /// Few crossings: each column is sorted by where its neighbours stand, first from the left, then from the right, and so on.
    private mutating func order() {
        layers = Array(repeating: [], count: (vertices.map(\.layer).max() ?? -1) + 1)
        for index in vertices.indices { layers[vertices[index].layer].append(index) }
        let (before, after) = neighbours()
        var best = layers
        var fewest = Int.max
        for round in 0..<8 {
            sweep(
                round.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed(),
                round.isMultiple(of: 2) ? before : after)
            let count = crossings(after)
            if count < fewest { (best, fewest) = (layers, count) }
            if fewest == 0 { break }
        }
        layers = best
    }

    private mutating func sweep(_ order: [Int], _ neighbours: [[Int]]) {
        var place = [Double](repeating: 0, count: vertices.count)
        for layer in layers { for (index, vertex) in layer.enumerated() { place[vertex] = Double(index) } }
        for layer in order {
            let keyed = layers[layer].enumerated().map {
                index, vertex -> (lane: Int, key: Double, index: Int, vertex: Int) in
                let places = neighbours[vertex].map { place[$0] }
                let key = places.isEmpty ? Double(index) : places.reduce(0, +) / Double(places.count)
                return (vertices[vertex].lane, key, index, vertex)
            }
            layers[layer] = keyed.sorted { ($0.lane, $0.key, $0.index) < ($1.lane, $1.key, $1.index) }.map(\.vertex)
            for (index, vertex) in layers[layer].enumerated() { place[vertex] = Double(index) }
        }
    }

    /// Pairs of lines that cross between neighbouring columns; counted only where that is cheap.
    private func crossings(_ after: [[Int]]) -> Int {
        var place = [Int](repeating: 0, count: vertices.count)
        for layer in layers { for (index, vertex) in layer.enumerated() { place[vertex] = index } }
        return layers.reduce(0) { sum, layer in
            let ends = layer.flatMap { vertex in after[vertex].map { place[$0] }.sorted() }
            guard ends.count < 300 else { return sum }
            let pairs = ends.indices.map { first in ends[first...].count { $0 < ends[first] } }
            return sum + pairs.reduce(0, +)
        }
    }

    /// The first way on goes straight; others go below, each in its lane.
    private mutating func assignRows() {
        let (before, after) = neighbours()
        for layer in layers {
            var last: [Int: Int] = [:]
            for vertex in layer {
                let lane = vertices[vertex].lane
                let wish = before[vertex].filter { vertices[$0].lane == lane }.map { parent -> Int in
                    let siblings = after[parent].filter { vertices[$0].lane == lane }
                    let isAlone = before[vertex].count == 1
                    return vertices[parent].row + (isAlone ? siblings.firstIndex(of: vertex) ?? 0 : 0)
                }.min()
                let row = max(wish ?? 0, (last[lane] ?? -1) + 1)
                vertices[vertex].row = row
                last[lane] = row
            }
        }
    }
}

extension LayeredGraph {
    /// The links that run above everything, the longest first.
    var detourRanks: [Int: Int] {
        let detours = links.indices.filter { links[$0].isDetour }
        let spans = detours.map { abs(vertices[links[$0].from].layer - vertices[links[$0].to].layer) }
        let ranked = zip(detours, spans).sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        return Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1.0, $0) })
    }
}

import Basics
import Engine
import Testing

/// Random models without any structure go as tokens say, whatever happens in between.
@Suite struct UnstructuredTests {
    @Test(arguments: 0..<300)
    func `an unstructured process stands where its tokens stand, and ends when there are none`(seed: Int) throws {
        var game = TokenGame(seed: UInt64(seed))
        var drive = try Drive(game.xml)
        var random = SeededRandom(seed: UInt64(seed) + 10_000)
        game.begin()
        try drive.start()
        var steps = 0
        while true {
            #expect(drive.waiting == game.active, "seed \(seed), step \(steps)\n\(game.xml)")
            #expect(drive.isDone == game.isOver, "seed \(seed), step \(steps)\n\(game.xml)")
            guard drive.waiting == game.active, steps < 40, game.active.count < 60,
                let node = game.waiting.keys.sorted().randomElement(using: &random)
            else { break }
            steps += 1
            let ways = game.outgoing(node)
            let isChoice = game.kinds[node] == .exclusive
            let way = isChoice ? ways.randomElement(using: &random) : nil
            game.act(at: node, way: way)
            try drive.act(at: "n\(node)", way: way?.id)
            drive.instance = try ProcessInstance(snapshot: drive.instance.snapshot)
        }
        let isStuck = game.waiting.isEmpty && !game.isOver
        #expect(drive.instance.incidents.isEmpty != isStuck, "seed \(seed): who waits for ever is a mishap")
    }
}

extension Drive {
    /// The tasks and choices that wait for someone.
    fileprivate var waiting: [String] {
        instance.standingEffects.compactMap { effect in
            switch effect {
            case .offerTask(let offer): offer.node.id
            case .offerChoice(let offer): offer.node.id
            default: nil
            }
        }.sorted()
    }

    fileprivate mutating func act(at node: String, way: String?) throws {
        if let way {
            try self(.choose(try id(node), flows: [way]))
        } else {
            try complete(node)
        }
    }
}

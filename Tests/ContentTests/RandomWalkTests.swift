import Basics
import Engine
import Testing

/// Every option on every form, in any order, leads somewhere: no incident, never stuck, and paying always ends it.
@Suite("Any zaak, whatever people choose")
struct RandomWalkTests {
    @Test(arguments: 1...40)
    func `always waits for someone or something and ends when all is paid`(seed: UInt64) throws {
        let forms = try Content.forms()
        var random = SeededRandom(seed: seed)
        var walk = try Walk()
        for _ in 0..<60 where !walk.isDone {
            try step(&walk, forms, &random)
            #expect(walk.instance.incidents.isEmpty, "seed \(seed)")
        }
        if walk.isDone { return }
        #expect(
            !walk.tasks.isEmpty || !walk.instance.timers.isEmpty
                || walk.instance.awaitedMessages.contains("TermijnGemist"),
            "seed \(seed)")
        try walk.tell("VorderingVoldaan")
        #expect(walk.isDone && walk.done.contains("zaak.resultaat voldaan"), "seed \(seed)")
    }

    private func step(_ walk: inout Walk, _ forms: [String: Form], _ random: inout SeededRandom) throws {
        let messages = walk.instance.awaitedMessages.subtracting(["VorderingVoldaan", "ZaakIngetrokken"]).sorted()
        if Int.random(in: 0..<8, using: &random) == 0, let message = messages.randomElement(using: &random) {
            return try walk.tell(message)
        }
        guard let task = walk.tasks.randomElement(using: &random) else {
            if walk.instance.timers.isEmpty, let message = messages.randomElement(using: &random) {
                return try walk.tell(message)
            }
            try walk.wait()
            return
        }
        let form = try #require(forms.values.first { $0.stap == task } ?? forms["afboeken_akkoord"])
        let outcome = form.outcomes.randomElement(using: &random) ?? ""
        let amount = [30, 100].randomElement(using: &random) ?? 100
        try walk.complete(task, outcome, ["perMaand": JSON(amount), "eersteDag": "2026-05-01", "wachttijd": "P30D"])
    }
}

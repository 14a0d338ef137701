import Basics
import Dmn
import Feel
import Testing

/// What the check says must be so, and what it cannot tell it says it did not look at.
@Suite("The honesty of the check of a decision table") struct TableCheckHonestyTests {
    func findings(
        _ inputs: [(String, String)], _ rules: [[String]], policy: String = "UNIQUE"
    ) throws -> [DmnFinding] {
        let program = try Fixture.program(Fixture.table("hitPolicy=\"\(policy)\"", inputs, rules))
        return program.model.decisions.first?.table?.check(in: program.model) ?? []
    }

    static let calls: [(String, String, String)] = [
        ("date", "date(\"2026-01-01\")", "@\"2026-01-01\""),
        ("date", "date(2026, 1, 1)", "@\"2026-01-01\""),
        ("time", "time(\"10:00:00\")", "@\"10:00:00\""),
        ("dateTime", "date and time(\"2026-01-01T10:00:00\")", "@\"2026-01-01T10:00:00\""),
        ("dateTime", "date and time(\"2026-01-01T10:00:00Z\")", "@\"2026-01-01T10:00:00Z\""),
        ("dayTimeDuration", "duration(\"P3D\")", "@\"P3D\""),
        ("yearMonthDuration", "duration(\"P3M\")", "@\"P3M\""),
        ("number", "abs(-3)", "3"),
    ]

    @Test(arguments: calls)
    func `a value written as a function is cut as the value itself`(type: String, call: String, plain: String) throws {
        for form in ["X", "< X", "> X", "[X..X]", "X, > X", "not(X)", "? <= X", "? in (< X)"] {
            let called = try findings([("x", type)], [[form.replacing("X", with: call), "1"]])
            let written = try findings([("x", type)], [[form.replacing("X", with: plain), "1"]])

            #expect(called == written, "\(form)")
            #expect(!called.contains(.neverFires(rule: 1, covered: [])), "\(form)")
        }
        let all = try findings([("x", type)], [["< \(call)", "1"], [">= \(call)", "2"]])
        let gap = try findings([("x", type)], [["< \(call)", "1"], ["> \(call)", "2"]])
        let both = try findings([("x", type)], [["<= \(call)", "1"], [">= \(call)", "2"]])
        #expect(all == [])
        #expect(gap.count == 1 && gap[0].isFlaw)
        #expect(both.count == 1 && both[0].isFlaw)
    }

    @Test func `the test null fires where nothing is known, and so does what comes behind all values`() throws {
        let asked = try findings([("x", "number")], [["null", "0"], ["< 5", "1"], [">= 5", "2"]], policy: "FIRST")
        let last = try findings([("x", "number")], [["< 5", "1"], [">= 5", "2"], ["-", "3"]], policy: "FIRST")
        let missing = try findings([("x", "boolean")], [["true, null", "0"], ["null", "1"]], policy: "UNIQUE")

        #expect(asked == [])
        #expect(last == [])
        #expect(missing.map(\.values) == [[false], [.null]])
    }

    @Test(arguments: ["string length(?) > 3", "starts with(?, \"a\")", "> \"m\"", "? = lower case(?)"])
    func `a test that cuts nothing is said not to be checked, and never to be dead`(test: String) throws {
        let found = try findings([("x", "string")], [[test, "1"], ["\"b\"", "2"]], policy: "FIRST")

        #expect(found.contains(.notChecked(rule: 1, column: 1, text: test, because: .notCut)))
        #expect(!found.contains { if case .neverFires = $0 { true } else { false } })
    }

    @Test(arguments: ["? > grens", "today()", "< now()"])
    func `a test of other facts or of the clock is said not to be checked`(test: String) throws {
        let found = try findings([("x", "date")], [[test, "1"], ["@\"2026-01-01\"", "2"]], policy: "FIRST")

        #expect(found == [.notChecked(rule: 1, column: 1, text: test, because: .otherFacts)])
    }

    @Test func `two columns that ask the same are one, and what is computed gives no examples`() throws {
        let twins = try findings([("x", "number"), ("x", "number")], [["< 5", "-", "1"], ["-", ">= 5", "2"]])
        #expect(twins == [])

        let sum = Fixture.table("", [("x", "number")], [["< 5", "1"], ["> 5", "2"], ["> 7", "3"]])
            .replacing("<text>x</text>", with: "<text>x * x</text>")
        let program = try Fixture.program(sum)
        let found = program.model.decisions.first?.table?.check(in: program.model)
        #expect(found == [.inputNotChecked(column: 1, text: "x * x", because: .computed)])
    }

    @Test func `values that a type does not allow are no gap`() throws {
        let type = """
            <itemDefinition name="tKleur"><typeRef>string</typeRef>
            <allowedValues><text>"rood", "groen"</text></allowedValues></itemDefinition>
            """
        let rules = [["\"rood\"", "1"], ["\"groen\"", "2"], ["\"blauw\"", "3"]]
        let table = Fixture.table("", [("x", "tKleur")], rules)
        let program = try Fixture.program(type + table)

        #expect(
            program.model.decisions.first?.table?.check(in: program.model) == [
                .notListed(rule: 3, column: 1, text: "\"blauw\"", allowed: "\"rood\", \"groen\"")
            ])
    }
}

extension DmnFinding {
    /// The facts of its example.
    fileprivate var values: [FeelValue] {
        switch self {
        case .gap(let example), .overlap(_, _, let example): example.map(\.value)
        case .neverFires, .notListed, .unknownName, .notAllowed, .notChecked, .inputNotChecked, .tooLarge: []
        }
    }
}

/// Draws tables and facts, and holds every claim of the check against what the table does.
@Suite("What the check claims, held against the table") struct TableCheckClaimTests {
    static let cells: [String: [String]] = [
        "number": ["< 3", ">= 3", "3", "[1..4)", "1, 5", "not(2)", "abs(-4)", "? > 2 and ? < 6", "null", "odd(?)"],
        "string": [
            "\"a\"", "\"b\", \"c\"", "not(\"a\")", "string length(?) > 1", "> \"b\"", "null", "? in (\"a\", null)",
        ],
        "boolean": ["true", "false", "not(true)", "null", "? = true", "not(null)"],
        "date": [
            "< @\"2026-01-01\"", ">= date(\"2026-01-01\")", "[date(\"2025-12-30\")..@\"2026-01-02\"]",
            "not(date(2026, 1, 1))", "? < date and time(\"2026-01-01T12:00:00Z\")", "date(\"onzin\")",
        ],
        "time": ["< time(\"10:00:00\")", ">= @\"10:00:00\"", "@\"00:00:00\"", "(@\"10:00:00\"..@\"10:00:01\")"],
        "dateTime": [
            "< date and time(\"2026-01-01T00:00:00Z\")", ">= @\"2026-01-01T00:00:00Z\"", "> @\"2026-01-01T00:00:00\"",
            "< @\"2026-01-01\"", "not(@\"2026-01-01T00:00:00+01:00\")",
        ],
        "dayTimeDuration": [
            "< duration(\"P3D\")", ">= @\"P3D\"", "[@\"PT0S\"..duration(\"P1D\")]", "not(duration(\"P3D\"))",
        ],
        "yearMonthDuration": ["< duration(\"P3M\")", ">= @\"P3M\"", "[@\"P0M\"..@\"P1Y\"]"],
    ]

    static let values: [String: [FeelValue]] = [
        "number": (-1...7).map { .number(Decimal128($0)) }, "string": ["a", "b", "c", "bb", "zz", ""],
        "boolean": [true, false],
        "date": texts("date", ["2025-12-29", "2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03"]),
        "time": texts("time", ["00:00:00", "09:59:59", "10:00:00", "10:00:00.5", "10:00:01", "23:59:59", "10:00:00Z"]),
        "dateTime": texts(
            "date and time",
            [
                "2025-12-31T23:00:00Z", "2025-12-31T23:59:59.5Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00",
                "2026-01-01T00:00:00.5", "2027-01-01T00:00:00", "2026-06-01T00:00:00@Europe/Amsterdam",
            ]),
        "dayTimeDuration": texts("duration", ["-P1D", "PT0S", "P1D", "P2DT23H59M59.5S", "P3D", "P4D"]),
        "yearMonthDuration": texts("duration", ["-P1M", "P0M", "P3M", "P1Y", "P2Y"]),
    ]

    static func texts(_ function: String, _ texts: [String]) -> [FeelValue] {
        texts.compactMap { try? FeelExpression(parsing: "\(function)(\"\($0)\")").evaluate().value }
    }

    /// A table that was drawn, and what it does with facts.
    struct Drawn {
        let inputs: [(name: String, type: String)]
        let rules: [[String]]
        let program: DmnProgram
        let kinds: [String]

        /// Of these kinds; `mayBeAny` where an input need not say of which kind it is.
        init(
            _ random: inout SeededRandom, of all: [String] = TableCheckClaimTests.cells.keys.sorted(),
            mayBeAny: Bool = true
        ) throws {
            kinds = (0..<Int.random(in: 1...2, using: &random)).map { _ in all.randomElement(using: &random) ?? "number"
            }
            inputs = kinds.enumerated().map { place, kind in
                (["x", "y"][place], mayBeAny && Int.random(in: 0..<5, using: &random) == 0 ? "Any" : kind)
            }
            var rules: [[String]] = []
            for number in 0..<Int.random(in: 1...4, using: &random) {
                let tests = kinds.map { kind -> String in
                    let isOpen = Int.random(in: 0..<5, using: &random) == 0
                    return isOpen ? "-" : TableCheckClaimTests.cells[kind]?.randomElement(using: &random) ?? "-"
                }
                rules.append(tests + ["\(number)"])
            }
            self.rules = rules
            let policy = ["UNIQUE", "FIRST", "ANY"].randomElement(using: &random) ?? "UNIQUE"
            program = try Fixture.program(Fixture.table("hitPolicy=\"\(policy)\"", inputs, rules))
        }

        var findings: [DmnFinding] { program.model.decisions.first?.table?.check(in: program.model) ?? [] }

        func fired(_ facts: [String: FeelValue]) -> [Int] {
            program.tryOut("uitkomst", given: DmnFacts(facts))?.fired ?? []
        }

        /// Facts of the types that the inputs have, perhaps with nothing known of one; of any kind where there is no type.
        func facts(_ random: inout SeededRandom, mayMiss: Bool) -> [String: FeelValue] {
            Dictionary(
                uniqueKeysWithValues: zip(inputs, kinds).map { input, kind in
                    let isOther = input.type == "Any" && mayMiss && Bool.random(using: &random)
                    let all = TableCheckClaimTests.values
                    let drawn = isOther ? all.keys.sorted().randomElement(using: &random) ?? kind : kind
                    let isMissing = mayMiss && Int.random(in: 0..<6, using: &random) == 0
                    return (input.name, isMissing ? .null : all[drawn]?.randomElement(using: &random) ?? .null)
                })
        }
    }

    private func facts(_ example: [DmnExample]) -> [String: FeelValue] {
        Dictionary(uniqueKeysWithValues: example.map { ($0.expression, $0.value) })
    }

    @Test(arguments: 0..<8)
    func `every gap, overlap and dead rule that is claimed is so`(seed: UInt64) throws {
        var random = SeededRandom(seed: 300 + seed)
        for round in 0..<50 {
            let table = try Drawn(&random)
            let told = "seed \(300 + seed), round \(round): \(table.inputs) \(table.rules)"
            for finding in table.findings {
                switch finding {
                case .gap(let example):
                    #expect(table.fired(facts(example)) == [], "\(told) \(example)")
                case .overlap(let rule, let other, let example):
                    #expect(Set(table.fired(facts(example))).isSuperset(of: [rule, other]), "\(told) \(example)")
                case .neverFires(let rule, _), .notListed(let rule, _, _, _):
                    for _ in 0..<150 {
                        let facts = table.facts(&random, mayMiss: true)
                        #expect(!table.fired(facts).contains(rule), "\(told) \(facts)")
                    }
                case .notAllowed, .unknownName, .notChecked, .inputNotChecked, .tooLarge: continue
                }
            }
        }
    }

    /// Those of which all values can be compared with each other.
    private static let ordered = ["boolean", "date", "dayTimeDuration", "number", "string", "yearMonthDuration"]

    @Test(arguments: 0..<4)
    func `a table that was checked as a whole and has no gap leaves no known facts without a rule`(seed: UInt64) throws
    {
        var random = SeededRandom(seed: 500 + seed)
        var complete = 0
        for round in 0..<120 {
            let table = try Drawn(&random, of: Self.ordered, mayBeAny: false)
            let isSilent = table.findings.allSatisfy { finding in
                switch finding {
                case .gap, .notChecked, .inputNotChecked, .tooLarge: false
                case .overlap, .neverFires, .notListed, .unknownName, .notAllowed: true
                }
            }
            guard isSilent else { continue }
            complete += 1
            for _ in 0..<60 {
                let facts = table.facts(&random, mayMiss: false)
                #expect(!table.fired(facts).isEmpty, "seed \(500 + seed), round \(round): \(table.rules) \(facts)")
            }
        }
        #expect(complete > 0)
    }
}

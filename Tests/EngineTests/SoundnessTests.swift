import Basics
import Engine
import Testing

/// Flaws in the flow that exploring finds.
@Suite struct SoundnessTests {
    func report(_ body: String) throws -> SoundnessReport {
        try #require(try Drive.compile(body).first).soundness()
    }

    @Test func `a choice that ends in a parallel join is a deadlock, with the way there`() throws {
        let report = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="a" sourceRef="x" targetRef="t"/><userTask id="t"/><sequenceFlow id="b" sourceRef="x" targetRef="j"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="j"/><parallelGateway id="j"/><sequenceFlow id="d" sourceRef="j" targetRef="e"/><endEvent id="e"/>
            """)
        #expect(
            report.flaws.contains { $0.kind == .deadlock && $0.node == "j" && $0.path == ["begin", "x", "b", "j"] })
    }

    @Test func `a parallel split into an exclusive join lacks synchronisation`() throws {
        let report = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="x"/><parallelGateway id="x"/>
            <sequenceFlow id="a" sourceRef="x" targetRef="t"/><userTask id="t"/><sequenceFlow id="b" sourceRef="x" targetRef="u"/><userTask id="u"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="j"/><sequenceFlow id="c2" sourceRef="u" targetRef="j"/><exclusiveGateway id="j"/>
            <sequenceFlow id="d" sourceRef="j" targetRef="e"/><userTask id="e"/>
            """)
        #expect(report.flaws.contains { $0.kind == .lackOfSynchronisation && $0.node == "e" })
    }

    private static func pair(_ split: String, _ join: String, named: Bool = true) -> String {
        """
        <startEvent id="begin" name="Begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="x"/>
        <\(split) id="x"\(named ? " name='Kan het?'" : "")/><sequenceFlow id="a" sourceRef="x" targetRef="t"/><userTask id="t" name="Bellen"/>
        <sequenceFlow id="b" sourceRef="x" targetRef="u"/><userTask id="u" name="Schrijven"/>
        <sequenceFlow id="c" sourceRef="t" targetRef="j"/><sequenceFlow id="c2" sourceRef="u" targetRef="j"/>
        <\(join) id="j"\(named ? " name='Verder'" : "")/><sequenceFlow id="d" sourceRef="j" targetRef="s"/><userTask id="s" name="Afsluiten"/>
        <sequenceFlow id="k" sourceRef="s" targetRef="klaar"/><endEvent id="klaar"/>
        """
    }

    @Test(arguments: [
        ("exclusiveGateway", "parallelGateway", Mismatch.Remedy.joinOneOrSplitAll),
        ("eventBasedGateway", "parallelGateway", .joinOne), ("inclusiveGateway", "parallelGateway", .joinSome),
        ("parallelGateway", "exclusiveGateway", .joinAllOrSplitOne),
        ("inclusiveGateway", "exclusiveGateway", .joinSome),
        ("parallelGateway", "userTask", .addJoin), ("inclusiveGateway", "userTask", .addSomeJoin),
        ("userTask", "exclusiveGateway", .joinAll),
    ])
    func `a flaw where ways meet names where they part too, and what to draw`(
        split: String, join: String, remedy: Mismatch.Remedy
    ) throws {
        let body = Self.pair(split, join).replacing(
            "<userTask id=\"t\" name=\"Bellen\"/>",
            with: split == "eventBasedGateway"
                ? "<intermediateCatchEvent id='t' name='Bellen'><signalEventDefinition/></intermediateCatchEvent>"
                : "<userTask id=\"t\" name=\"Bellen\"/>"
        ).replacing(
            "<userTask id=\"u\" name=\"Schrijven\"/>",
            with: split == "eventBasedGateway"
                ? "<intermediateCatchEvent id='u' name='Schrijven'><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                : "<userTask id=\"u\" name=\"Schrijven\"/>")
        let flaws = try report(body).flaws.filter { $0.kind != .deadActivity }
        #expect(flaws.map(\.mismatch) == [Mismatch(split: "x", join: "j", remedy: remedy)])
    }

    @Test func `it says them by name, and by what they stand between where they have none`() throws {
        let named = try #require(try Drive.compile(Self.pair("exclusiveGateway", "parallelGateway")).first)
        let told = named.soundness().diagnostics(of: named).map { "\($0.message)" }
        #expect(told.contains { $0.hasPrefix("“Kan het?” takes one way, and “Verder” waits for all") })

        let bare = try #require(try Drive.compile(Self.pair("exclusiveGateway", "parallelGateway", named: false)).first)
        let said = bare.soundness().diagnostics(of: bare).map { "\($0.message)" }
        #expect(
            said.contains {
                $0.hasPrefix("the gateway between “Begin” and “Bellen” (x) takes one way")
                    && $0.contains("the gateway between “Bellen” and “Afsluiten” (j) waits for all")
            })
    }

    @Test func `of several splits before a join, the one that lets a way go past it is named`() throws {
        let flaws = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="p"/><parallelGateway id="p" name="Samen"/>
            <sequenceFlow id="a" sourceRef="p" targetRef="t"/><userTask id="t"/><sequenceFlow id="b" sourceRef="p" targetRef="x"/>
            <exclusiveGateway id="x" name="Lukt het?"/><sequenceFlow id="g" sourceRef="x" targetRef="j"/>
            <sequenceFlow id="h" sourceRef="x" targetRef="stop"/><endEvent id="stop"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="j"/><parallelGateway id="j"/><sequenceFlow id="d" sourceRef="j" targetRef="e"/><endEvent id="e"/>
            """
        ).flaws
        #expect(flaws.first { $0.kind == .deadlock }?.mismatch?.split == "x")
    }

    @Test func `what comes after a step that is done twice is reached, and is not called dead`() throws {
        let report = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="x"/><parallelGateway id="x"/>
            <sequenceFlow id="a" sourceRef="x" targetRef="t"/><userTask id="t"/><sequenceFlow id="b" sourceRef="x" targetRef="u"/><userTask id="u"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="j"/><sequenceFlow id="c2" sourceRef="u" targetRef="j"/><exclusiveGateway id="j"/>
            <sequenceFlow id="d" sourceRef="j" targetRef="afsluiten"/><userTask id="afsluiten"/>
            <sequenceFlow id="g" sourceRef="afsluiten" targetRef="klaar"/><endEvent id="klaar"/>
            """)
        #expect(report.flaws.map(\.kind) == [.lackOfSynchronisation])
        #expect(report.flaws.map(\.node) == ["afsluiten"])
    }

    @Test func `a join that never opens is where it sticks; only what stands behind it is dead`() throws {
        let report = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="a" sourceRef="x" targetRef="t"/><userTask id="t"/><sequenceFlow id="b" sourceRef="x" targetRef="u"/><userTask id="u"/>
            <sequenceFlow id="c" sourceRef="t" targetRef="allebei"/><sequenceFlow id="c2" sourceRef="u" targetRef="allebei"/>
            <parallelGateway id="allebei"/><sequenceFlow id="d" sourceRef="allebei" targetRef="klaar"/><endEvent id="klaar"/>
            """)
        #expect(Set(report.flaws.map(\.kind)) == [.deadlock, .deadActivity])
        #expect(report.flaws.filter { $0.kind == .deadlock }.map(\.node) == ["allebei"])
        #expect(report.flaws.filter { $0.kind == .deadlock }.map(\.path) == [["begin", "x", "a", "t", "allebei"]])
        #expect(report.flaws.filter { $0.kind == .deadActivity }.map(\.node) == ["klaar"])
    }

    @Test func `an exploration that stops at its bound says so, and calls nothing dead`() throws {
        let steps = (1...20).map {
            "<userTask id=\"t\($0)\"/><sequenceFlow id=\"f\($0)\" sourceRef=\"t\($0 - 1)\" targetRef=\"t\($0)\"/>"
        }
        let definition = try #require(
            try Drive.compile("<startEvent id=\"t0\"/>" + steps.joined() + "<userTask id=\"los\"/>").first)
        let report = definition.soundness(limit: 5)
        #expect(!report.isComplete && !report.isSound && report.flaws.isEmpty)
    }

    @Test func `what no way leads to is dead, and a circle without a way out is named`() throws {
        let dead = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="e"/><endEvent id="e"/>
            <userTask id="eenzaam"/><sequenceFlow id="g" sourceRef="eenzaam" targetRef="e"/>
            """)
        #expect(dead.flaws == [.init(deadActivity: "eenzaam")])
        let circle = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="a"/><userTask id="a"/>
            <sequenceFlow id="g" sourceRef="a" targetRef="b"/><userTask id="b"/><sequenceFlow id="h" sourceRef="b" targetRef="a"/>
            """)
        #expect(circle.flaws.map(\.kind) == [.noWayToEnd])
    }

    /// A reminder beside a task, set off by a timer that stops nothing.
    private func reminder(_ timer: String) -> String {
        """
        <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="werk"/><userTask id="werk"/>
        <sequenceFlow id="g" sourceRef="werk" targetRef="klaar"/><endEvent id="klaar"/>
        <boundaryEvent id="na" attachedToRef="werk" cancelActivity="false"><timerEventDefinition>\(timer)</timerEventDefinition></boundaryEvent>
        <sequenceFlow id="h" sourceRef="na" targetRef="herinner"/><userTask id="herinner"/>
        <sequenceFlow id="i" sourceRef="herinner" targetRef="herinnerd"/><endEvent id="herinnerd"/>
        """
    }

    @Test func `a timer that stops nothing comes once; only a cycle comes again`() throws {
        #expect(try report(reminder("<timeDuration>P5D</timeDuration>")).isSound)
        #expect(try report(reminder("<timeDate>2026-04-10</timeDate>")).isSound)
        #expect(try report(reminder("<timeDuration>=termijn</timeDuration>")).isSound)
        let cycle = try report(reminder("<timeCycle>R/P5D</timeCycle>"))
        #expect(cycle.flaws.map(\.kind) == [.lackOfSynchronisation])
    }

    @Test func `what is wrong behind a step that runs twice is found as well`() throws {
        let report = try report(
            reminder("<timeCycle>R/P5D</timeCycle>")
                + "<userTask id=\"eenzaam\"/><sequenceFlow id=\"z\" sourceRef=\"eenzaam\" targetRef=\"herinnerd\"/>")
        #expect(report.isComplete)
        #expect(Set(report.flaws.map(\.kind)) == [.lackOfSynchronisation, .deadActivity])
    }

    @Test(arguments: [("=true", "=false"), ("${true}", "${1 = 2}")])
    func `a condition that is the same whatever the facts closes a way`(back: String, on: String) throws {
        let report = try report(
            """
            <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="s"/><userTask id="s"/>
            <sequenceFlow id="g" sourceRef="s" targetRef="x"/><exclusiveGateway id="x"/>
            <sequenceFlow id="h" sourceRef="x" targetRef="s"><conditionExpression>\(back)</conditionExpression></sequenceFlow>
            <sequenceFlow id="i" sourceRef="x" targetRef="e"><conditionExpression>\(on)</conditionExpression></sequenceFlow><endEvent id="e"/>
            """)
        #expect(Set(report.flaws.map(\.kind)) == [.deadActivity, .noWayToEnd])
    }

    @Test(arguments: 0..<60)
    func `a block-structured process is sound`(seed: Int) throws {
        let report = try report(RandomModel(seed: UInt64(seed), size: 8).xml)
        // The edge of a sub-process in which nothing waits can truly never happen.
        let flaws = report.flaws.filter { !($0.kind == .deadActivity && $0.node.hasPrefix("x")) }
        #expect(flaws.isEmpty, "seed \(seed)")
    }
}

extension SoundnessReport.Flaw {
    fileprivate init(deadActivity node: String) { self.init(kind: .deadActivity, node: node, path: []) }
}

extension SoundnessTests {
    @Test
    func `what the house does by itself at each turn of a cycle is done before the next, also inside a sub-process`()
        throws
    {
        func report(_ work: String) throws -> SoundnessReport {
            try self.report(
                """
                <startEvent id="b"/><sequenceFlow id="f" sourceRef="b" targetRef="u"/><userTask id="u"/>
                <sequenceFlow id="g" sourceRef="u" targetRef="e"/><endEvent id="e"/>
                <subProcess id="v" triggeredByEvent="true"><startEvent id="s" isInterrupting="false"><timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition></startEvent>
                <sequenceFlow id="h" sourceRef="s" targetRef="w"/>\(work)<sequenceFlow id="i" sourceRef="w" targetRef="z"/><endEvent id="z"/></subProcess>
                """)
        }
        #expect(try report("<scriptTask id=\"w\"><script>n + 1</script></scriptTask>").isSound)
        #expect(try report("<userTask id=\"w\"/>").flaws.map(\.kind) == [.lackOfSynchronisation])
    }

    @Test func `where very many things are active at once fewer states are looked at`() throws {
        let tasks = (0..<2_000).map { "<userTask id=\"t\($0)\"/>" }.joined()
        let report = try report(tasks)
        #expect(!report.isComplete && report.states < 2_000)
    }
}

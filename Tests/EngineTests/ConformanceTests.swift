import Basics
import Engine
import Foundation
import Testing

/// The execution suite of the corpora, where it lies beside the project.
@Suite struct ConformanceTests {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["ONTKNOOP_CORPORA"] { return URL(filePath: path) }
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appending(path: "../shared/corpora").standardizedFileURL
    }()
    static let suite = folder.appending(path: "bpmn-execution")
    static let isThere = FileManager.default.fileExists(atPath: suite.appending(path: "cases.json").path())

    @Test(.enabled(if: isThere, "the execution suite is not beside the project"))
    func `the execution suite leaves the traces that it must`() throws {
        let cases = try JSON(parsing: try Data(contentsOf: Self.suite.appending(path: "cases.json")))
        let report = ConformanceReport(cases: cases) { path in
            Array(try Data(contentsOf: Self.suite.appending(path: path)))
        }
        for failure in report.unexplained {
            Issue.record("\(failure.name): expected \(failure.expected), left \(failure.actual)")
        }
        #expect(report.total >= 91)
    }

    @Test(arguments: [
        ("<endEvent id='e'><cancelEventDefinition/></endEvent>", "refused at import"),
        (
            "<intermediateThrowEvent id='e'><linkEventDefinition name='L'/></intermediateThrowEvent>",
            "refused at import"
        ),
        ("<scriptTask id='e'><script>SCRIPT_taak</script></scriptTask>", "taak"),
        ("<scriptTask id='e'><script>THROW_ERROR</script></scriptTask>", "runtime error"),
        (
            """
            <scriptTask id='e'><script>THROW_ERROR</script></scriptTask><boundaryEvent id='b' attachedToRef='e'><errorEventDefinition/></boundaryEvent>
            <sequenceFlow id='g' sourceRef='b' targetRef='u'/><scriptTask id='u'><script>SCRIPT_hersteld</script></scriptTask>
            """, "hersteld"
        ),
    ])
    func `a case is imported as any model is, and a script that fails throws an error`(last: String, trace: String) {
        let text = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/>\(last)</process></definitions>
            """
        let cases: JSON = [["model": "a.bpmn", "feature": "p", "cases": [["trace": [.string(trace)]]]]]
        let report = ConformanceReport(cases: cases) { _ in Array(text.utf8) }

        #expect(report.passed == 1, "\(report.failed)")
    }

    @Test(arguments: [
        "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>",
        "<signalEventDefinition signalRef='g'/>",
        "<conditionalEventDefinition><condition>integerVariable = 0</condition></conditionalEventDefinition>",
    ])
    func `a process without a plain start begins as if its event came`(event: String) {
        let text = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><signal id="g" name="G"/>
            <process id="p" isExecutable="true"><startEvent id="s">\(event)</startEvent><sequenceFlow id="f" sourceRef="s" targetRef="e"/>
            <scriptTask id="e"><script>SCRIPT_taak</script></scriptTask></process></definitions>
            """
        let cases: JSON = [["model": "a.bpmn", "feature": "p", "cases": [["trace": ["taak"]]]]]
        #expect(ConformanceReport(cases: cases) { _ in Array(text.utf8) }.passed == 1)
    }

    @Test func `a signal starts every process that begins with it, and events that must all come start one`() {
        let started = ["een", "twee"].map {
            """
            <process id="\($0)" isExecutable="true"><startEvent id="s\($0)"><signalEventDefinition signalRef="g"/></startEvent>
            <sequenceFlow id="f\($0)" sourceRef="s\($0)" targetRef="t\($0)"/><scriptTask id="t\($0)"><script>SCRIPT_\($0)</script></scriptTask></process>
            """
        }.joined()
        let text = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><signal id="g" name="G"/>
            <message id="m" name="M"/><message id="n" name="N"/>\(started)
            <process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="w"/>
            <intermediateThrowEvent id="w"><messageEventDefinition messageRef="m"/><messageEventDefinition messageRef="n"/><signalEventDefinition signalRef="g"/></intermediateThrowEvent></process>
            <process id="q" isExecutable="true"><eventBasedGateway id="e" instantiate="true" eventGatewayType="Parallel"/>
            <sequenceFlow id="a" sourceRef="e" targetRef="c"/><sequenceFlow id="b" sourceRef="e" targetRef="d"/>
            <intermediateCatchEvent id="c"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><intermediateCatchEvent id="d"><messageEventDefinition messageRef="n"/></intermediateCatchEvent>
            <sequenceFlow id="h" sourceRef="c" targetRef="j"/><sequenceFlow id="i" sourceRef="d" targetRef="j"/><parallelGateway id="j"/>
            <sequenceFlow id="k" sourceRef="j" targetRef="u"/><scriptTask id="u"><script>SCRIPT_beide</script></scriptTask></process></definitions>
            """
        let cases: JSON = [["model": "a.bpmn", "feature": "p", "cases": [["trace": ["een", "twee", "beide"]]]]]
        let report = ConformanceReport(cases: cases) { _ in Array(text.utf8) }
        #expect(report.passed == 1, "\(report.failed)")
    }

    @Test func `a message reaches the process that sent it where no other awaits it`() {
        let text = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><message id="m" name="M"/>
            <process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="w"/>
            <sequenceFlow id="g" sourceRef="s" targetRef="z"/><sendTask id="z" messageRef="m"/><receiveTask id="w" messageRef="m"/>
            <sequenceFlow id="h" sourceRef="w" targetRef="e"/><scriptTask id="e"><script>SCRIPT_taak</script></scriptTask></process></definitions>
            """
        let cases: JSON = [["model": "a.bpmn", "feature": "p", "cases": [["trace": ["taak"]]]]]
        #expect(ConformanceReport(cases: cases) { _ in Array(text.utf8) }.passed == 1)
    }

    @Test func `a model that cannot be read is no model that is refused`() {
        let cases: JSON = [["model": "a.bpmn", "cases": [["trace": ["refused at import"]]]]]
        let report = ConformanceReport(cases: cases) { _ in throw CocoaError(.fileNoSuchFile) }

        #expect(report.unexplained.map(\.actual) == [["cannot be read"]])
    }
}

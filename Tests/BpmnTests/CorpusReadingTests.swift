import Basics
import Bpmn
import Testing
import Xml

@Suite(.enabled(if: !Corpus.miwg.isEmpty, "the models of the interchange working group are not beside the project"))
struct CorpusReadingTests {
    @Test(arguments: Corpus.miwg)
    func `every reference model is read without an error, but that two name a program of another house`(name: String)
        throws
    {
        let reading = try BpmnReading(Corpus.bytes(name))
        #expect(reading.diagnostics.filter { $0.severity == .error && $0.code != "unread-setting" } == [])
        #expect(!reading.definitions.processes.isEmpty)
    }

    @Test(arguments: Corpus.miwg)
    func `every reference model is written back with every element, attribute, extension and shape`(name: String) throws
    {
        let original = try XmlDocument(Corpus.bytes(name)).root
        let again = try XmlDocument(BpmnReading(Corpus.bytes(name)).definitions.written()).root
        #expect(again.canonical == original.canonical)
    }

    @Test(arguments: Corpus.miwg)
    func `every shape and line of every reference model is drawn`(name: String) throws {
        let definitions = try BpmnReading(Corpus.bytes(name)).definitions
        let index = ElementIndex(definitions)
        for drawing in BpmnDrawing.all(definitions) {
            let svg = drawing.svg
            _ = try XmlDocument(svg)
            #expect(!svg.contains("style="))
            for element in drawing.diagram.shapes.map(\.element) + drawing.diagram.edges.map(\.element) {
                #expect(index[element] != nil, "\(element) is not known")
                #expect(svg.contains("data-element=\"\(element.text)\""), "\(element) is not drawn")
            }
        }
    }

    @Test(arguments: Corpus.miwg)
    func `the outline of every reference model has every node once`(name: String) throws {
        for process in try BpmnReading(Corpus.bytes(name)).definitions.processes {
            #expect(ProcessOutline(process).elements.sorted() == process.scope.allNodes.map(\.id).sorted())
        }
    }

    @Test(arguments: Corpus.miwg)
    func `a layout of every reference model shows every node and flow, and no two nodes on one place`(name: String)
        throws
    {
        let definitions = try BpmnReading(Corpus.bytes(name)).definitions
        try LayoutRules.check(definitions)
    }

    @Test(arguments: ["activities", "basics", "cfpatterns", "data", "errors", "events", "gateways"])
    func `the executable models are read, drawn and outlined`(folder: String) throws {
        for name in Corpus.names(in: "bpmn-execution/\(folder)") {
            let definitions = try BpmnReading(Corpus.bytes(name, in: "bpmn-execution/\(folder)")).definitions
            try LayoutRules.check(definitions)
            for process in definitions.processes {
                #expect(
                    ProcessOutline(process).elements.sorted() == process.scope.allNodes.map(\.id).sorted(), "\(name)")
            }
        }
    }
}

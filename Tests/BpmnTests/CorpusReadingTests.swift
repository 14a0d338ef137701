import Basics
import Bpmn
import Testing

@Suite(.enabled(if: !Corpus.miwg.isEmpty, "the models of the interchange working group are not beside the project"))
struct CorpusReadingTests {
    @Test(arguments: Corpus.miwg)
    func `every reference model is read without an error`(name: String) throws {
        let reading = try BpmnReading(Corpus.bytes(name))

        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    }
}

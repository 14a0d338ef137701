import ArgumentParser
import Bpmn
import Foundation

/// Draws a model.
struct BpmnSVG: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "svg", abstract: "Draw a BPMN file as SVG.")

    @Argument(help: "A BPMN file.") var file: String
    @Option(name: .shortAndLong, help: "The SVG file to write.") var output: String

    func run() async throws {
        let reading = try BpmnReading(bytes(of: file))
        let drawing = BpmnDrawing(reading.definitions, options: DrawingOptions(isStandalone: true))
        try drawing.svg.write(toFile: output, atomically: true, encoding: .utf8)
        tell("drew \(output)")
    }
}

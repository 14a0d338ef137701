import ArgumentParser
import Basics
import Dmn
import Feel
import Foundation

/// Works with decision models.
struct DmnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmn", abstract: "Work with DMN decision models.",
        subcommands: [DmnCheck.self, DmnRun.self, DmnTck.self])
}

/// Runs a folder of the DMN Technology Compatibility Kit.
struct DmnTck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tck",
        abstract: "Run the cases of a DMN Technology Compatibility Kit folder; fails when one fails that should not.")

    @Argument(help: "The folder; its subfolders are run too.") var folder: String
    @Flag(help: "Answer on one line.") var json = false

    func run() async throws {
        let paths = (FileManager.default.subpaths(atPath: folder) ?? []).filter { path in
            path.hasSuffix(".dmn") || path.hasSuffix(".xml")
        }
        guard !paths.isEmpty else { throw ValidationError("\(folder) holds no .dmn or .xml file: is it the folder?") }
        let files = try paths.sorted().map { (path: $0, bytes: try bytes(of: folder + "/" + $0)) }
        let run = TckRun(files: files, now: FeelNow(House.realTime()))
        show(run.json, asJSON: json)
        for failure in run.unexplained { tell("\(failure.name): \(failure.reason)") }
        guard run.total > 0 else { throw ValidationError("\(folder) holds no test cases: is it the folder?") }
        if !run.unexplained.isEmpty { throw ExitCode.failure }
    }
}

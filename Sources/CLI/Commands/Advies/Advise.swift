import ArgumentParser
import Basics
import Foundation
import Procesbot
import Taalmodel

/// Asks the adviser, without a zaak and without a network.
struct Advise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise", abstract: "Advise on a question from a library of work instructions.",
        subcommands: [AdviseQuestion.self, AdviseEval.self], defaultSubcommand: AdviseQuestion.self)
}

/// What the commands of the adviser share.
struct AdviceOptions: ParsableArguments {
    @Option(help: "The folder with work instructions and models.") var library: String
    @Option(help: "The content folder. Default ./Content or ONTKNOOP_CONTENT.") var content: String?
    @Option(help: "The day that counts as today.") var datum: Day?
    @Flag(help: "Answer on one line.") var json = false

    var day: Day { datum ?? House.realTime().day }

    func adviser() throws -> Adviser {
        let folder = content ?? ProcessInfo.processInfo.environment["ONTKNOOP_CONTENT"] ?? "Content"
        let tables = try AdviserContent(folder: folder + "/adviseur")
        let read = try LibraryFolder().library(at: library, words: tables.words)
        for flaw in read.diagnostics { tell("\(flaw.document): \(flaw.diagnostic)") }
        return try Adviser(read, tables)
    }
}

/// One question.
struct AdviseQuestion: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "vraag", abstract: "Advise on one question.")

    @OptionGroup var options: AdviceOptions
    @Option(help: "A JSON file with what is known of the case.") var facts: String?
    @Option(help: "Only sources that are meant for this zaaktype, or for all.") var zaaktype: String?
    @Option(help: "Only sources that are meant for this step, or for all.") var stap: [String] = []
    @OptionGroup var wording: WordingOptions
    @OptionGroup var search: MeaningOptions
    @Argument(help: "The question.") var vraag: String

    func run() async throws {
        let known = try facts.map { try readJSON($0) }
        let scope = SourceScope(zaaktype: zaaktype, steps: stap)
        let (adviser, meanings) = try await search.know([vraag], try options.adviser(), config: wording.config)
        let advice = adviser.advise(
            vraag, facts: known, on: options.day, for: scope, meaning: meanings[vraag])
        let worded = try await wording.worded(advice, vraag: vraag, adviser)
        show(advice.json.adding("verwoording", worded), asJSON: options.json)
    }
}

/// Having the advice worded by the language model that the settings name; not by default.
struct WordingOptions: ParsableArguments {
    @Flag(help: "Have the language model of the settings word the advice (ONTKNOOP_LANGUAGE_MODEL_URL and its likes).")
    var worded = false
    @Option(help: "A JSON file with settings; see docs/operations.md.") var config: String?

    /// What the model made of it, as JSON; nothing unless asked for, or for a refusal.
    func worded(_ advice: Advice, vraag: String, _ adviser: Adviser) async throws -> JSON? {
        guard worded else { return nil }
        guard let settings = TaalmodelSettings(try await Settings.reader(config)) else {
            throw ValidationError("No language model is set: ONTKNOOP_LANGUAGE_MODEL_URL.")
        }
        guard let opgave = try Opgave(advice, vraag: vraag, adviser) else { return nil }
        return await Verwoorder(settings, adviser).verwoord(opgave).json(model: settings.model)
    }
}

extension JSON {
    /// An object with one more field, when there is one.
    fileprivate func adding(_ name: String, _ value: JSON?) -> JSON {
        guard let value, case .object(var fields) = self else { return self }
        fields[name] = value
        return .object(fields)
    }
}

/// A file of questions with what a good advice holds.
struct AdviseEval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measure the adviser on a file of questions.")

    @Argument(help: "The questions, as YAML or JSON.") var file: String
    @OptionGroup var options: AdviceOptions
    @OptionGroup var search: MeaningOptions
    @Option(help: "A JSON file with settings; see docs/operations.md.") var config: String?

    func run() async throws {
        let questions = try TestQuestion.list(from: String(decoding: bytes(of: file), as: UTF8.self))
        let (adviser, meanings) = try await search.know(
            questions.map(\.vraag), try options.adviser(), config: config)
        let evaluation = AdviceEvaluation(questions, of: adviser, on: options.day, meanings: meanings)
        show(evaluation.json, asJSON: options.json)
    }
}

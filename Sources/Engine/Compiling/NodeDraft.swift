/// What a node is found to be while its model is compiled.
struct NodeDraft {
    var ref: ElementRef
    var name: String?
    var documentation: String?
    var lane: String?
    var line: Int
    var scope: Int
    var incoming: [Int] = []
    var outgoing: [Int] = []
    var defaultFlow: Int?
    var takesAll = true
    var boundaries: [Int] = []
    var startQuantity = 1
    var completionQuantity = 1
    var inputs: [DataMapping] = []
    var outputs: [DataMapping] = []
    var loop: LoopRule?
    var undo: Int?
    var publishing: [String: PublishingRule] = [:]
}

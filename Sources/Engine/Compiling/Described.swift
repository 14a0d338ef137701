import Bpmn

/// Whatever says how it is to be run: a node of a process, or a task that stands by itself.
protocol Described {
    var id: ElementID { get }
    var name: String? { get }
    var line: Int { get }
    var settings: Settings { get }
}

extension FlowNode: Described {}
extension GlobalTask: Described {}

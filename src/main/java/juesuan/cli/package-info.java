/** The command line: reads the arguments, calls the pipeline, says in Chinese what became of it. */
package juesuan.cli;

package juesuan;
class Placeholder {}
